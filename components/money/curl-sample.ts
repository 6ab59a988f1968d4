/** Signs and posts one credit from a shell, as a robot would. */
export const curlSample = (url: string): string => `SECRET='mnsec_…'
BODY='{"id":"2026-11-20-0001","amount":85003,"at":"2026-11-20T14:05:00+07:00","description":"TRSF SARI WULANDARI"}'
TIME=$(date +%s)
SIGN=$(printf '%s.%s' "$TIME" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/.* //')
curl '${url}' \\
  -H 'Content-Type: application/json' \\
  -H "X-Tautan-Timestamp: $TIME" \\
  -H "X-Tautan-Signature: $SIGN" \\
  -d "$BODY"`
