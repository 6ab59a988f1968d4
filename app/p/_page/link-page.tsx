import { ClosedPage } from '@/components/checkout/closed-page'
import { OpenPage, type OpenPageProps } from '@/components/checkout/open-page'
import { rangeText } from '@/lib/checkout/amount-text'
import type { Head } from '@/components/checkout/checkout-document'
import { choicesOf, type Choice } from '@/lib/checkout/choice'
import { questionsOf } from '@/lib/checkout/customer-questions'
import { newFormToken } from '@/lib/checkout/form-token'
import type { LinkStanding } from '@/lib/checkout/link-standing'
import { previewCard, previewVersion } from '@/lib/checkout/preview-card'
import { findAccountsInUse } from '@/lib/checkout/queries'
import type { CheckoutLink } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { env } from '@/lib/platform/env'
import { htmlResponse } from './html-response'
import { untouchedForm } from './untouched-form'
import { languagesOf, localeCookie, type Visit } from './visit'

type Said = Pick<OpenPageProps, 'typed' | 'errors' | 'problem' | 'receipt'>
type Options = { visit: Visit; standing: LinkStanding; at: Date; status?: number; said?: Said }

/** A link's page as it is now: the form, or why there is none. A closed link is a page too, so 200: chats show no preview of an error. */
export async function linkPage({ visit, standing, at, status = 200, said = {} }: Options): Promise<Response> {
  const { link, reason, freesAt } = standing
  const wording = visit.wordingFor(link.shop.locale)
  const path = `/p/${link.slug}`
  const languages = languagesOf(path, visit)
  const choices = reason === null ? await currentChoices(link) : []
  const page =
    reason === null ? (
      <OpenPage
        wording={wording}
        link={link}
        choices={choices}
        at={at}
        formToken={newFormToken(link.id)}
        action={`${path}${visit.query}`}
        url={env().APP_URL + path}
        languages={languages}
        untouched={said.typed || link.mode === 'live' ? undefined : await untouchedForm(wording, { choices, questions: questionsOf(link) })}
        {...said}
      />
    ) : (
      <ClosedPage
        wording={wording}
        link={link}
        reason={reason}
        freesAt={freesAt}
        at={at}
        path={`${path}${visit.query}`}
        url={env().APP_URL + path}
        languages={languages}
      />
    )
  return await htmlResponse({ wording, status, head: linkHead(link, { wording, at, isOpen: reason === null }), page, cookies: localeCookie(visit) })
}

/** The shop's own accounts are read for every page; what a link was read with says nothing about them. */
async function currentChoices(link: CheckoutLink): Promise<Choice[]> {
  return choicesOf(link, link.mode === 'live' ? await findAccountsInUse(link.merchantId) : [])
}

function linkHead(link: CheckoutLink, { wording, at, isOpen }: { wording: Wording; at: Date; isOpen: boolean }): Head {
  const { t } = wording
  const { name, shop, slug } = link
  const url = `${env().APP_URL}/p/${slug}`
  return {
    title: t('document.title', { name, shop: shop.name }),
    description: isOpen ? descriptionOf(link, wording) : t('document.descriptionClosed', { shop: shop.name }),
    preview: { url, image: `${url}/card.jpg?v=${previewVersion(previewCard(link, at))}` },
  }
}

function descriptionOf(link: CheckoutLink, wording: Wording): string {
  const { t } = wording
  const shop = link.shop.name
  const range = rangeText(link, wording)
  return range === null ? t('document.description', { amount: formatMoney(link.amount, link.currency), shop }) : t('document.descriptionOpen', { range, shop })
}
