import type { CSSProperties } from 'react'
import type { LabelledText, Letter } from './letter'
import { accentSheet, SHEET, STYLES, TONES } from './letter-styles'

/**
 * A letter as mail programs can draw it: tables, inline styles, no script, nothing that is
 * fetched but the shop's logo, from this server. Classes are only for dark mode and narrow screens: what drops the style sheet (Gmail
 * with some accounts) still shows the light letter, which stays readable when colours are inverted.
 */

const TABLE = { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0, border: 0 } as const

/** Outlook for Windows ignores `max-width`: a table that only it sees holds the width. Constant markup. */
const OUTLOOK_OPEN = '<!--[if mso]><table role="presentation" width="560" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->'
const OUTLOOK_CLOSE = '<!--[if mso]></td></tr></table><![endif]-->'

export function EmailDocument({ letter, column }: { letter: Letter; column: string }) {
  const { locale, subject, preheader, accent } = letter
  return (
    <html lang={locale}>
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* Phones would make links of order numbers and dates. */}
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: accent ? SHEET + accentSheet(accent) : SHEET }} />
      </head>
      <body style={STYLES.body}>
        <div style={STYLES.preheader} aria-hidden>
          {preheader}
        </div>
        <table {...TABLE}>
          <tbody>
            <tr>
              {/* What EmailColumn drew, escaped by React. */}
              <td className="page" style={STYLES.page} align="center" dangerouslySetInnerHTML={{ __html: `${OUTLOOK_OPEN}${column}${OUTLOOK_CLOSE}` }} />
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
}

export function EmailColumn({ letter, testRibbon }: { letter: Letter; testRibbon: string }) {
  const { isTest, badge, title, greeting, intro, facts, action, more, closing, signOff, contact, footer } = letter
  const { accent, ...paint } = paintOf(letter)
  return (
    <table {...TABLE} style={STYLES.column}>
      <tbody>
        <tr>
          <td align="left">
            <table {...TABLE} className="card" style={STYLES.card}>
              <tbody>
                {isTest && (
                  <tr>
                    <td className="warn" style={STYLES.ribbon}>
                      {testRibbon}
                    </td>
                  </tr>
                )}
                <tr>
                  <td className="pad line" style={STYLES.head}>
                    <Letterhead letter={letter} />
                  </td>
                </tr>
                <tr>
                  <td className="pad" style={STYLES.main}>
                    {badge && (
                      <span className={badge.tone} style={{ ...STYLES.badge, ...TONES[badge.tone] }}>
                        {badge.text}
                      </span>
                    )}
                    <h1 className="ink" style={STYLES.title}>
                      {title}
                    </h1>
                    <Paragraphs texts={greeting} style={STYLES.greeting} />
                    <p className="muted" style={STYLES.intro}>
                      {intro}
                    </p>
                    <Numbers letter={letter} />
                    {facts.length > 0 && <FactRows facts={facts} />}
                    {action && <Action {...action} paint={paint} />}
                    {more && (
                      <p style={STYLES.contact}>
                        <a href={more.url} className="link" style={{ ...STYLES.link, color: accent }}>
                          {more.label}
                        </a>
                      </p>
                    )}
                    {closing.map((sentence) => (
                      <p key={sentence} className="muted" style={STYLES.closing}>
                        {sentence}
                      </p>
                    ))}
                    <Paragraphs texts={signOff} style={STYLES.contact} />
                    {contact && (
                      <p className="ink" style={STYLES.contact}>
                        {contact.text}{' '}
                        {contact.url ? (
                          <a href={contact.url} className="link" style={{ ...STYLES.link, color: accent }}>
                            {contact.phone}
                          </a>
                        ) : (
                          contact.phone
                        )}
                      </p>
                    )}
                  </td>
                </tr>
              </tbody>
            </table>
          </td>
        </tr>
        <tr>
          <td className="pad muted" style={STYLES.footer}>
            {footer}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** The accent on the light letter. @returns what a button or mark is painted with, and the colour of links */
function paintOf({ accent }: Letter): { accent: string; background: string; color: string } {
  const { accent: background, onAccent } = accent?.light ?? { accent: STYLES.mark.background, onAccent: STYLES.mark.color }
  return { accent: background, background, color: onAccent }
}

function Paragraphs({ texts, style }: { texts: string[]; style: CSSProperties }) {
  return texts.map((text, index) => (
    <p key={index} className="ink" style={style} dir="auto">
      {text}
    </p>
  ))
}

/** Where pictures are not loaded, the sender's initial stands in its place. */
function Letterhead({ letter }: { letter: Letter }) {
  const { sender, logo } = letter
  const [initial = ''] = [...sender]
  const { background, color } = paintOf(letter)
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td className={logo === null ? 'mark' : undefined} width={36} height={36} align="center" style={logo === null ? { ...STYLES.mark, background, color } : STYLES.logoCell} aria-hidden>
            {logo === null ? initial.toUpperCase() : <img src={logo} alt={initial.toUpperCase()} width={36} height={36} style={STYLES.logo} />}
          </td>
          <td className="ink" style={STYLES.sender}>
            <bdi>{sender}</bdi>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** What is paid, and the numbers to pay with. */
function Numbers({ letter: { amount, codes } }: { letter: Letter }) {
  if (!amount) return null
  return (
    <table {...TABLE} className="soft" style={STYLES.box}>
      <tbody>
        <tr>
          <td style={STYLES.boxCell}>
            <p className="muted" style={STYLES.label}>
              {amount.label}
            </p>
            <p className="ink" style={STYLES.amount}>
              {amount.value}
            </p>
          </td>
        </tr>
        {codes.map(({ label, value }) => (
          <tr key={label}>
            <td className="line" style={STYLES.codeCell}>
              <p className="muted" style={STYLES.label}>
                {label}
              </p>
              <p className="ink code" style={STYLES.code}>
                {value}
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FactRows({ facts }: { facts: LabelledText[] }) {
  return (
    <table {...TABLE} style={STYLES.facts}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <td className="muted line" style={STYLES.factLabel}>
              {label}
            </td>
            <td className="ink line" align="right" style={STYLES.factValue}>
              <bdi>{value}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Action({ label, url, paint }: { label: string; url: string; paint: { background: string; color: string } }) {
  return (
    <>
      <table {...TABLE} style={STYLES.buttonBox}>
        <tbody>
          <tr>
            <td className="button" align="center" style={{ ...STYLES.button, background: paint.background }}>
              <a href={url} style={{ ...STYLES.buttonLink, ...paint }}>
                {label}
              </a>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="muted" style={STYLES.address}>
        {url}
      </p>
    </>
  )
}
