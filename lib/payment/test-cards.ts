/**
 * The test cards that Midtrans publishes (docs: testing-payment-on-sandbox). Any other number is
 * refused: a real card must never be typed into a page of ours.
 */
const TEST_CARDS: Record<string, 'accept' | 'deny'> = {
  '4811111111111114': 'accept',
  '4411111111111118': 'accept',
  '5211111111111117': 'accept',
  '5410111111111116': 'accept',
  '3528203324564357': 'accept',
  '370192169722458': 'accept',
  '4556557955726624': 'accept',
  '4916994064252017': 'accept',
  '4911111111111113': 'deny',
  '4611111111111116': 'deny',
  '4711111111111115': 'deny',
  '5111111111111118': 'deny',
  '5411111111111115': 'deny',
  '5511111111111114': 'deny',
  '4472429869996670': 'deny',
  '4705859510984866': 'deny',
}

/** What the simulated bank says to a card number as typed; undefined for a number that is not a published test card. */
export function testCardOutcome(number: string): 'accept' | 'deny' | undefined {
  const digits = number.replaceAll(/[\s-]/g, '')
  return Object.hasOwn(TEST_CARDS, digits) ? TEST_CARDS[digits] : undefined
}

/** Shown beside the simulator's card form. */
export const SHOWN_TEST_CARDS = { accept: '4811 1111 1111 1114', deny: '4911 1111 1111 1113' } as const
