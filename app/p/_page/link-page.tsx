import { ClosedPage } from '@/components/checkout/closed-page'
import type { WaitState } from '@/components/checkout/wait-form'
import { OpenPage, type OpenPageProps } from '@/components/checkout/open-page'
import type { Head } from '@/components/checkout/checkout-document'
import { choicesOf, type Choice } from '@/lib/checkout/choice'
import { questionsOf } from '@/lib/checkout/customer-questions'
import { newFormToken } from '@/lib/checkout/form-token'
import type { LinkStanding } from '@/lib/checkout/link-standing'
import { cardAddress } from '@/lib/checkout/preview-card'
import { previewText } from '@/lib/checkout/preview-text'
import { findAccountsInUse } from '@/lib/checkout/queries'
import type { CheckoutLink } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { isWorthWaiting } from '@/lib/waiter/rules'
import { env } from '@/lib/platform/env'
import { htmlResponse } from './html-response'
import { untouchedForm } from './untouched-form'
import { languagesOf, localeCookie, type Visit } from './visit'

type Said = Pick<OpenPageProps, 'typed' | 'errors' | 'problem' | 'receipt'>
type Options = { visit: Visit; standing: LinkStanding; at: Date; status?: number; said?: Said; wait?: WaitState }

/** A link's page as it is now: the form, or why there is none. A closed link is a page too, so 200: chats show no preview of an error. */
export async function linkPage({ visit, standing, at, status = 200, said = {}, wait }: Options): Promise<Response> {
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
        wait={wait ?? (isWorthWaiting(reason, link) ? { said: visit.isWaiting ? 'done' : undefined } : null)}
      />
    )
  return await htmlResponse({ wording, status, head: linkHead(link, { wording, at, isOpen: reason === null }), page, accent: link.shop.accentColor, cookies: localeCookie(visit) })
}

/** The shop's own accounts are read for every page; what a link was read with says nothing about them. */
async function currentChoices(link: CheckoutLink): Promise<Choice[]> {
  return choicesOf(link, link.mode === 'live' ? await findAccountsInUse(link.merchantId) : [])
}

function linkHead(link: CheckoutLink, { wording, at, isOpen }: { wording: Wording; at: Date; isOpen: boolean }): Head {
  const { APP_URL } = env()
  return { ...previewText(link, { wording, isOpen }), preview: { url: `${APP_URL}/p/${link.slug}`, image: APP_URL + cardAddress(link, at) } }
}
