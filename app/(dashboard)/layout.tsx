import type { ReactNode } from 'react'
import { getLocale, getTranslations } from 'next-intl/server'
import { MessageTextsProvider } from '@/components/message/message-texts'
import { NewsBell } from '@/components/news/news-bell'
import { NewsToasts } from '@/components/news/news-toasts'
import { BottomNavigation } from '@/components/shell/bottom-navigation'
import { FindButton } from '@/components/shell/keys/find-button'
import { Keys } from '@/components/shell/keys/keys'
import { KeepMode } from '@/components/shell/mode-switch'
import { Providers } from '@/components/shell/providers'
import { SideNavigation } from '@/components/shell/side-navigation'
import { TopBar } from '@/components/shell/top-bar'
import { requireSeller } from '@/lib/auth/seller'
import { frameTexts } from '@/lib/i18n/dashboard-texts'
import { findMessageTexts } from '@/lib/message/queries'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { findCustomFieldLabels } from '@/lib/shop/profile/queries'

/** Draws the frame. It guards nothing: a layout is not rendered again on every navigation, so each page asks who is there. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { shop, scope } = await requireSeller()
  const locale = await getLocale()
  const t = await getTranslations('common')
  return (
    <Providers
      locale={locale}
      texts={frameTexts(locale)}
      shop={{ name: shop.name, mode: scope.mode, locale: shop.locale, timeZone: shop.timeZone, currency: shop.currency, appUrl: env().APP_URL, customFieldLabels: await findCustomFieldLabels(scope) }}
      renderedAt={now().getTime()}
    >
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-3 font-semibold text-on-accent focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <TopBar>
        <FindButton iconOnly />
        <NewsBell opens="sheet" />
      </TopBar>
      <SideNavigation>
        <NewsBell opens="popover" />
      </SideNavigation>
      <main id="content" tabIndex={-1} className="px-4 pt-4 pb-[calc(var(--bottom-bar)+1.5rem)] outline-none md:pl-64 md:pr-8 md:pt-7">
        <MessageTextsProvider texts={await findMessageTexts(scope)}>
          <div className="mx-auto max-w-6xl">{children}</div>
        </MessageTextsProvider>
      </main>
      <BottomNavigation />
      <NewsToasts />
      <KeepMode />
      <Keys />
    </Providers>
  )
}
