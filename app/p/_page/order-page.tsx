import type { ReactNode } from 'react'
import { AuthorizedPage } from '@/components/checkout/authorized-page'
import type { CardProblems } from '@/components/checkout/card-form'
import { ClaimPart, type ClaimSaid } from '@/components/checkout/claim-part'
import type { Head } from '@/components/checkout/checkout-document'
import { FailedPage } from '@/components/checkout/failed-page'
import { InstructionsPage } from '@/components/checkout/instructions-page'
import { PaidLatePage } from '@/components/checkout/paid-late-page'
import { ReceiptPage } from '@/components/checkout/receipt-page'
import { RefundedPage } from '@/components/checkout/refunded-page'
import { ReviewPage } from '@/components/checkout/review-page'
import { linkStanding } from '@/lib/checkout/link-standing'
import { cardAddress } from '@/lib/checkout/preview-card'
import { countDenials, findCheckoutLink, recallLink } from '@/lib/checkout/queries'
import { qrSvg } from '@/lib/checkout/qr-code'
import type { CheckoutOrder } from '@/lib/checkout/views'
import { wayBack, type WayBack } from '@/lib/checkout/way-back'
import { findOpenRest, findPaidRest } from '@/lib/confirmation/queries'
import type { OpenRest, PaidRest } from '@/lib/confirmation/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { askedAmount } from '@/lib/order/asked-amount'
import { isOwn } from '@/lib/payment/instructions'
import { env } from '@/lib/platform/env'
import { htmlResponse } from './html-response'
import { afterTurning, isLeaving, LEAVE_AFTER_SECONDS, turnedAddress } from './leave-for-shop'
import { notFoundPage } from './sentence'
import { languagesOf, localeCookie, type Visit } from './visit'

/** Without JavaScript the page asks again by itself; not while a card is being typed, or a proof chosen. */
const REFRESH_AFTER_SECONDS = 15

type Options = { visit: Visit; order: CheckoutOrder; at: Date; status?: number; problems?: CardProblems; claim?: ClaimSaid }

const NOTHING_SAID: ClaimSaid = { problem: null, typed: {} }

/** An order's page by what has become of it. */
export async function orderPage({ visit, order, at, status = 200, problems = {}, claim = NOTHING_SAID }: Options): Promise<Response> {
  const turned = afterTurning(order, visit, at)
  if (turned) return turned
  const wording = visit.wordingFor(order.shop.locale)
  const isAskedForDenials = order.status === 'denied' && order.redirects?.error !== undefined
  const way = wayBack(order, isAskedForDenials ? await countDenials(order.id) : 0)
  const goOn = way && isLeaving(order, visit, at) ? { url: way.url, afterSeconds: LEAVE_AFTER_SECONDS } : null
  const page = await pageOf({ visit, order, at, wording, problems, claim, way, isLeaving: goOn !== null })
  if (page === null) return await notFoundPage(visit)
  const isWaiting = order.status === 'pending' && order.instructions.kind !== 'card' && !isOwn(order.instructions)
  const refresh = { afterSeconds: REFRESH_AFTER_SECONDS, url: turnedAddress(order, visit) }
  const head = { ...(await orderHead(order, wording, at)), ...(isWaiting && { refresh }) }
  return await htmlResponse({ wording, status, head, page, accent: order.shop.accentColor, cookies: localeCookie(visit), goOn })
}

type PageOptions = Omit<Options, 'status'> & { wording: Wording; problems: CardProblems; claim: ClaimSaid; way: WayBack | null; isLeaving: boolean }

async function pageOf({ visit, order, at, wording, problems, claim: said, way, isLeaving: leaves }: PageOptions): Promise<ReactNode> {
  const path = `/p/${order.slug}/${order.token}`
  const languages = languagesOf(path)
  const { status, instructions } = order
  // The courier's money is no transfer that could be shown.
  const claim = order.mode === 'live' && instructions.kind !== 'delivery' ? <ClaimPart wording={wording} order={order} action={`${path}/claim${visit.query}`} said={said} /> : null
  switch (status) {
    case 'pending': {
      const qr = instructions.kind === 'qr' ? await qrSvg(instructions.payload) : null
      const ownQr = instructions.kind === 'ownQr' ? { exact: await qrSvg(instructions.payload), original: await qrSvg(instructions.staticPayload) } : null
      return (
        <InstructionsPage
          wording={wording}
          order={order}
          at={at}
          qr={qr}
          ownQr={ownQr}
          path={path}
          query={visit.query}
          turned={turnedAddress(order, visit)}
          way={way}
          languages={languages}
          problems={problems}
          claim={claim}
        />
      )
    }
    case 'in_review':
      return <ReviewPage wording={wording} order={order} claim={claim} way={way} path={path} query={visit.query} languages={languages} />
    case 'authorized':
      return <AuthorizedPage wording={wording} order={order} way={way} path={path} query={visit.query} languages={languages} />
    case 'paid':
      return <ReceiptPage wording={wording} order={order} {...(await restOf(order))} way={way} stay={leaves ? path + visit.query : null} languages={languages} />
    case 'paid_late':
      return <PaidLatePage wording={wording} order={order} path={path} query={visit.query} languages={languages} />
    case 'partially_refunded':
    case 'refunded':
      return <RefundedPage wording={wording} order={order} languages={languages} />
    case 'denied':
    case 'expired':
    case 'cancelled': {
      const found = await findCheckoutLink(order.slug)
      if (!found) return null
      const { link, reason } = await linkStanding(found, at)
      const retry = `/p/${order.slug}?new=1${visit.lang ? `&lang=${visit.lang}` : ''}`
      return (
        <FailedPage
          wording={wording}
          order={order}
          status={status}
          link={link}
          reason={reason}
          at={at}
          retry={retry}
          way={way}
          path={path}
          query={visit.query}
          languages={languages}
          claim={status === 'denied' ? null : claim}
        />
      )
    }
  }
}

/** Asked for only where something was missing, which is seldom. */
async function restOf(order: CheckoutOrder): Promise<{ rest: PaidRest | null; openRest: OpenRest | null }> {
  if (order.amount >= askedAmount(order)) return { rest: null, openRest: null }
  const [rest, openRest] = await Promise.all([findPaidRest(order.id), findOpenRest(order.id)])
  return { rest, openRest }
}

/** Shared in a chat, the order's address shows the link's card. */
async function orderHead({ linkName, shop, slug, amount, currency }: CheckoutOrder, { t }: Wording, at: Date): Promise<Head> {
  const { APP_URL } = env()
  const link = recallLink(slug) ?? (await findCheckoutLink(slug))
  return {
    title: t('document.title', { name: linkName, shop: shop.name }),
    description: t('document.description', { amount: formatMoney(amount, currency), shop: shop.name }),
    ...(link && { preview: { url: `${APP_URL}/p/${slug}`, image: APP_URL + cardAddress(link, at) } }),
  }
}
