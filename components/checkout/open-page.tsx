import { qrisNamesOf, type Choice } from '@/lib/checkout/choice'
import { questionsOf } from '@/lib/checkout/customer-questions'
import type { CheckoutLink } from '@/lib/checkout/views'
import { wayOut } from '@/lib/checkout/way-back'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import type { FieldErrors, MessageKey } from '@/lib/platform/result'
import { ADDRESS_FIELD_NAMES } from '@/lib/checkout/shipping-address'
import { AddressFields } from './address-fields'
import { AmountField } from './amount-field'
import { rangeText } from '@/lib/checkout/amount-text'
import { AskShop } from './ask-shop'
import { CARD, COLUMN, MAIN_BUTTON } from './classes'
import { maskedCustomer } from './contact'
import { CustomerFields, type TypedCustomer } from './customer-fields'
import { Icon } from './icon'
import { MethodList } from './method-list'
import { Notice } from './notice'
import { OrderSummary } from './order-summary'
import { ShopHeader } from './shop-header'
import { TrustBlock } from './trust-block'

export type OpenPageProps = {
  wording: Wording
  link: CheckoutLink
  /** How it can be paid now. */
  choices: readonly Choice[]
  at: Date
  /** Signed, see lib/checkout/form-token.ts. */
  formToken: string
  /** Where the form is sent. */
  action: string
  /** The link's public address. */
  url: string
  languages: Record<Locale, string>
  /** The form's parts before anything was typed or chosen, rendered before. */
  untouched?: { customerHtml: string; methodsHtml: string } | undefined
  typed?: TypedCustomer
  errors?: FieldErrors
  problem?: 'formOld' | 'priceChanged' | 'fields' | undefined
  /** The receipt of an earlier payment from this phone. */
  receipt?: string | undefined
}

const ORDER_OF_FIELDS = ['amount', 'name', 'phone', 'email', 'method', ...ADDRESS_FIELD_NAMES]

/** An open link: what is sold, who buys, how to pay. */
export function OpenPage({ wording, link, choices, at, formToken, action, url, languages, untouched, typed = {}, errors = {}, problem, receipt }: OpenPageProps) {
  const { t, errorText } = wording
  const isPayable = choices.length > 0
  const asksAddress = choices.some(({ method }) => method === 'cod')
  const hasCodes = choices.some(({ method }) => method === 'own_transfer' || method === 'own_qris')
  const amount = formatMoney(link.amount, link.currency)
  const range = rangeText(link, wording)
  const questions = questionsOf(link)
  const leave = wayOut(link)
  const focused = ORDER_OF_FIELDS.find((field) => errors[field])
  const general = errors['rail'] ?? errors['']
  // Where nothing is left to pay with, there is no field to put right.
  const told = problem === 'fields' && !isPayable ? undefined : problem
  const message = general ? errorText(general) : told && (told === 'priceChanged' && range !== null ? t('problems.rangeChanged', { range }) : t(`problems.${told}`, { amount }))
  return (
    <>
      <ShopHeader wording={wording} shop={link.shop} mode={link.mode} languages={languages} />
      <main>
        <form method="post" action={action} data-opened={isPayable ? `/p/${link.slug}/opened` : undefined} noValidate>
          <div className={`${COLUMN} flex flex-col gap-4 pb-6`}>
            {message && <Notice tone="warn" isAlert hasFocus={!focused}>{message}</Notice>}
            {receipt && (
              <Notice tone="ok">
                {t('paidBefore')} <a href={receipt} className="underline">{t('seeReceipt')}</a>
              </Notice>
            )}
            <OrderSummary
              wording={wording}
              link={link}
              at={at}
              amountField={
                link.openAmount && range !== null && isPayable ? (
                  <AmountField wording={wording} link={link} openAmount={link.openAmount} typed={typed['amount']} error={errors['amount']} hasFocus={focused === 'amount'} />
                ) : null
              }
            />
            {link.customer && (
              <section className={`${CARD} p-4`}>
                <p className="text-sm text-muted">{t('forCustomer')}</p>
                <p className="break-words" dir="auto">{maskedCustomer(link.customer)}</p>
              </section>
            )}
            {isPayable ? (
              <>
                {questions.length > 0 && untouched && <div dangerouslySetInnerHTML={{ __html: untouched.customerHtml }} />}
                {!untouched && <CustomerFields wording={wording} questions={questions} typed={typed} errors={errors} focused={focused} />}
                {untouched === undefined ? (
                  <MethodList
                    wording={wording}
                    choices={choices}
                    chosen={typed['method'] ?? (choices.length === 1 ? choices[0]?.value : undefined)}
                    error={errors['method'] && methodProblem(errors['method'])}
                    hasFocus={focused === 'method'}
                  />
                ) : (
                  <div dangerouslySetInnerHTML={{ __html: untouched.methodsHtml }} />
                )}
                {hasCodes && <p className="text-sm text-muted">{t('own.codeAhead')}</p>}
                {asksAddress && <AddressFields wording={wording} questions={questions} typed={typed} errors={errors} focused={focused} />}
              </>
            ) : (
              <>
                <Notice tone="warn">{link.mode === 'live' ? t('own.none', { shop: link.shop.name }) : t('methods.none')}</Notice>
                <AskShop
                  wording={wording}
                  shop={link.shop}
                  label={t('closed.ask', { shop: link.shop.name })}
                  text={t('closed.askText', { shop: link.shop.name, name: link.name, url })}
                  className={MAIN_BUTTON}
                />
              </>
            )}
            <input type="hidden" name="form" value={formToken} />
            {range === null && <input type="hidden" name="amount" value={link.amount} />}
            <TrustBlock wording={wording} link={link} qrisNames={qrisNamesOf(choices)} />
          </div>
          {leave && (
            <p className={`${COLUMN} pb-4 text-center text-sm text-muted`}>
              <a href={leave.url} rel="noreferrer" className="underline">{t('back.leave', { host: leave.host })}</a>
            </p>
          )}
          {isPayable && (
            <div className="sticky bottom-0 border-t border-line bg-background">
              <div className={`${COLUMN} py-3`}>
                <button type="submit" className={MAIN_BUTTON}>{range === null ? t('pay', { amount }) : t('payChosen')}</button>
                <p className="mt-1.5 flex items-center justify-center gap-1.5 text-sm text-muted">
                  <Icon name="lock" className="size-4" />
                  {link.mode === 'test' ? t('secureTest') : t('secure', { shop: link.shop.name })}
                </p>
              </div>
            </div>
          )}
        </form>
      </main>
    </>
  )

  function methodProblem(key: MessageKey): string {
    const choice = choices.find(({ value }) => value === typed['method'])
    if (key !== 'methodNotForAmount' || !choice) return errorText(key)
    const { method, label, minimum, maximum } = choice
    return t('methods.notForAmount', { method: label ?? wording.methodName(method), minimum: formatMoney(minimum, link.currency), maximum: formatMoney(maximum, link.currency) })
  }
}
