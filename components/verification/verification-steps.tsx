'use client'

import { useTranslations } from 'next-intl'
import { doneSteps } from '@/lib/verification/rules'
import { VERIFICATION_STEPS, type Verification } from '@/lib/verification/views'
import { AccountStep } from './account-step'
import { EmailStep } from './email-step'
import { IdentityStep } from './identity-step'
import { StepCard } from './step-card'

/** The checklist: each step stands by itself, may be left and gone on with on any device. */
export function VerificationSteps({ verification }: { verification: Verification }) {
  const t = useTranslations('verification')
  const { identity, email, account } = verification
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <p className="text-base text-muted md:text-sm">{t('intro')}</p>
      <p role="status" className="text-base font-semibold md:text-sm">{t('progress', { done: doneSteps(verification).length, all: VERIFICATION_STEPS.length })}</p>
      <ol className="flex flex-col gap-4">
        <StepCard name="identity" state={identity.state} reason={t(`identity.reasons.${identity.reason}`)}>
          <IdentityStep given={identity.given} />
        </StepCard>
        <StepCard name="email" state={email.state} reason={t(`email.reasons.${email.reason === 'sent' && !email.canSend ? 'kept' : email.reason}`, { email: email.standing.email })}>
          <EmailStep standing={email.standing} reason={email.reason} canSend={email.canSend} />
        </StepCard>
        <StepCard name="account" state={account.state} reason={t(`account.reasons.${account.reason}`)}>
          <AccountStep accounts={account.accounts} reason={account.reason} />
        </StepCard>
      </ol>
    </div>
  )
}
