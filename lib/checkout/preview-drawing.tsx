import type { CSSProperties } from 'react'
import type { PreviewCard } from './preview-card'

export const WIDTH = 1200
export const HEIGHT = 630

/** What Inter's Latin and Latin Extended files draw; other writing and emoji would come out as boxes. */
const UNDRAWABLE = /[^\u0020-\u007e\u00a1-\u024f\u1e00-\u1eff\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]/g

const COLORS = { background: '#f7f8f8', ink: '#10201f', muted: '#5b6b6a', accent: '#0b7a6b', warn: '#8f5b00', warnSoft: '#fdf2dc' }

/** Chats show the whole picture or its middle square, 630 wide: everything stands within that. */
const COLUMN = 600
const PHOTO = { left: (WIDTH - COLUMN) / 2, top: 36, width: COLUMN, height: 350 }

const ALONE = { shop: 36, shopLength: 40, gap: 24, item: 52, smallItem: 42, longItem: 30, itemLength: 60, amount: 84, smallAmount: 60 }
const BESIDE_PHOTO = { shop: 26, shopLength: 36, gap: 8, item: 38, smallItem: 28, longItem: 24, itemLength: 36, amount: 64, smallAmount: 46 }

/** @param product the product picture as a data address */
export function PreviewDrawing({ shopName, name, amount, invitation, closed, product }: PreviewCard & { product: string | null }) {
  const sizes = product ? BESIDE_PHOTO : ALONE
  const shop = drawable(shopName, sizes.shopLength)
  const item = drawable(name, sizes.itemLength)
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', flexDirection: 'column', alignItems: 'center', justifyContent: product ? 'flex-end' : 'center', background: COLORS.background, fontFamily: 'Inter', color: COLORS.ink }}>
      <div style={{ position: 'absolute', left: 0, top: 0, width: WIDTH, height: 18, background: COLORS.accent }} />
      {/* eslint-disable-next-line @next/next/no-img-element, jsx-a11y/alt-text -- an element of satori's picture, not of a page */}
      {product && <img src={product} width={PHOTO.width} height={PHOTO.height} style={{ position: 'absolute', left: PHOTO.left, top: PHOTO.top, borderRadius: 24, objectFit: 'cover', ...(closed && { opacity: 0.55 }) }} />}
      <div style={{ display: 'flex', flexDirection: 'column', width: COLUMN, alignItems: 'center', justifyContent: 'center', textAlign: 'center', ...(product && { height: HEIGHT - PHOTO.top - PHOTO.height }) }}>
        {shop && <div style={{ fontSize: sizes.shop, fontWeight: 600, color: COLORS.accent }}>{shop}</div>}
        {item && <div style={{ marginTop: sizes.gap, fontSize: item.length > sizes.longItem ? sizes.smallItem : sizes.item, fontWeight: 600, lineHeight: 1.2, width: COLUMN, justifyContent: 'center', wordBreak: 'break-word' }}>{item}</div>}
        {amount !== null && (
          <div style={{ marginTop: sizes.gap, fontSize: amount.length > 14 ? sizes.smallAmount : sizes.amount, fontWeight: 700, letterSpacing: -2, ...(closed && { color: COLORS.muted }) }}>
            {amount.replaceAll('\u00a0', ' ')}
          </div>
        )}
        {amount === null && !closed && <div style={{ marginTop: sizes.gap, fontSize: sizes.shop, fontWeight: 600, color: COLORS.muted }}>{invitation}</div>}
        {closed && !product && <Badge text={closed} style={{ marginTop: 30 }} />}
      </div>
      {closed && product && (
        <div style={{ position: 'absolute', display: 'flex', left: 0, top: PHOTO.top, width: WIDTH, height: PHOTO.height, alignItems: 'center', justifyContent: 'center' }}>
          <Badge text={closed} style={{}} />
        </div>
      )}
    </div>
  )
}

function Badge({ text, style }: { text: string; style: CSSProperties }) {
  return <div style={{ ...style, padding: '14px 36px', borderRadius: 999, fontSize: 38, fontWeight: 600, background: COLORS.warnSoft, color: COLORS.warn }}>{text}</div>
}

function drawable(text: string, max: number): string {
  const plain = text.normalize('NFC').replaceAll(UNDRAWABLE, '').replaceAll(/\s+/g, ' ').trim()
  return plain.length > max ? `${plain.slice(0, max - 1).trimEnd()}…` : plain
}
