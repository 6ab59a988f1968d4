import { once } from 'node:events'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

export type RawAnswer = { status: number; body: Record<string, unknown> }

/** Sends exactly these bytes and reads what comes back until the server closes: so they must ask it to. */
export async function sendRaw(bytes: string): Promise<RawAnswer> {
  const socket = connect(Number(process.env['E2E_PORT']), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(bytes)
  const answer = await buffer(socket)
  const end = answer.indexOf('\r\n\r\n')
  const head = answer.subarray(0, end).toString('latin1').toLowerCase()
  const sent = head.includes('transfer-encoding: chunked') ? joined(answer.subarray(end + 4)) : answer.subarray(end + 4)
  const body = head.includes('content-encoding: gzip') ? gunzipSync(sent) : sent
  return { status: Number(head.split(' ')[1]), body: JSON.parse(body.toString('utf8')) as Record<string, unknown> }
}

/** Chunks, each after its length in hexadecimal (RFC 9112 §7.1). */
function joined(bytes: Buffer): Buffer {
  const end = bytes.indexOf('\r\n')
  const length = parseInt(bytes.subarray(0, end).toString('latin1'), 16)
  return length > 0 ? Buffer.concat([bytes.subarray(end + 2, end + 2 + length), joined(bytes.subarray(end + 2 + length + 2))]) : Buffer.alloc(0)
}
