import type { Letter } from './letter'

/** The letter for readers without HTML. Addresses stand alone on their line, so that every client makes them links. */
export function plainText({ sender, isTest, title, greeting, intro, amount, codes, facts, action, more, closing, signOff, contact, footer }: Letter, testRibbon: string): string {
  const rows = [...(amount ? [amount] : []), ...codes, ...facts]
  const parts = [
    isTest ? `*** ${testRibbon} ***` : '',
    sender,
    title,
    ...greeting,
    intro,
    rows.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    action ? `${action.label}:\n${action.url}` : '',
    more ? `${more.label}:\n${more.url}` : '',
    ...closing,
    ...signOff,
    contact ? [`${contact.text} ${contact.phone}`, contact.url].filter(Boolean).join('\n') : '',
    `-- \n${footer}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
