/** Programs that fetch a page for a preview or an index and run its scripts; most never get as far as that. */
const BOTS = /(?<!cu)bot\b|(?<!cu)bot[/;-]|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|^whatsapp\/|telegram|skypeuri|embedly|pingdom|lighthouse|monitor|curl|wget|python|axios|node-fetch|okhttp|^$/i

/**
 * Whether a page says that a person opened it: not a preview, not a page fetched ahead, not the shop's own seller.
 * Nothing of the request is kept.
 */
export function isOpenedByCustomer(headers: Pick<Headers, 'get'>, { isSeller }: { isSeller: boolean }): boolean {
  if (isSeller || BOTS.test(headers.get('user-agent') ?? '')) return false
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''}`
  return !/prefetch|prerender|preview/i.test(purpose)
}
