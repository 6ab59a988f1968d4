import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecapScreen } from '@/components/order/recap-screen'
import { requireSeller } from '@/lib/auth/seller'
import { now } from '@/lib/platform/clock'
import { findRecap } from '@/lib/recap/queries'
import { recapDay } from '@/lib/recap/rules'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recap')
  return { title: t('title') }
}

export default async function RecapPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { scope, shop } = await requireSeller()
  const { day: wish } = await searchParams
  const at = now()
  const chosen = recapDay(typeof wish === 'string' ? wish : undefined, { timeZone: shop.timeZone, at })
  const { day, before, after } = chosen
  return <RecapScreen recap={await findRecap(scope, chosen, at)} day={day} before={before} after={after} />
}
