'use client'

import { useRef, useState, type MouseEvent, type PointerEvent } from 'react'
import { flushSync } from 'react-dom'
import { ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

const LARGEST = 8
const STEP = 2
/** A hand that clicks moves a little. */
const DRAG_FROM_PX = 4

/** A point of the frame, from its top left corner. */
type Point = { x: number; y: number }

/**
 * A picture that fits its frame; a tap shows the tapped place larger, another all of it again. Thumbs move it by
 * scrolling, a mouse by dragging.
 */
export function PictureViewer({ source, alt }: { source: string; alt: string }) {
  const t = useTranslations('review.proof')
  const frame = useRef<HTMLDivElement>(null)
  const image = useRef<HTMLImageElement>(null)
  const drag = useRef<{ from: Point; isMoving: boolean } | null>(null)
  const [scale, setScale] = useState(1)
  /** As wide as it is when all of it is seen, in pixels. */
  const [fitWidth, setFitWidth] = useState(0)

  /** Looks closer at a point, which stays where it is; without one, at the middle of what is seen. */
  function zoomTo(next: number, at?: Point) {
    if (!frame.current || !image.current) return
    const [box, before] = [frame.current.getBoundingClientRect(), image.current.getBoundingClientRect()]
    const point = at ?? { x: box.width / 2, y: box.height / 2 }
    const across = (box.left + point.x - before.left) / before.width
    const down = (box.top + point.y - before.top) / before.height
    flushSync(() => {
      if (scale === 1) setFitWidth(before.width)
      setScale(next)
    })
    const after = image.current.getBoundingClientRect()
    frame.current.scrollBy(after.left + across * after.width - (box.left + point.x), after.top + down * after.height - (box.top + point.y))
  }

  function toggle({ detail, clientX, clientY }: MouseEvent) {
    const box = frame.current?.getBoundingClientRect()
    // A key has no place on the picture.
    const isKey = detail === 0
    if (!box || (!isKey && drag.current?.isMoving)) return
    zoomTo(scale === 1 ? STEP : 1, isKey ? undefined : { x: clientX - box.left, y: clientY - box.top })
  }

  function follow({ currentTarget, pointerId, pointerType, clientX: x, clientY: y, buttons }: PointerEvent<HTMLElement>) {
    const { current } = drag
    if (pointerType !== 'mouse' || buttons !== 1 || !current) return
    const [right, down] = [x - current.from.x, y - current.from.y]
    if (!current.isMoving && Math.hypot(right, down) < DRAG_FROM_PX) return
    if (!current.isMoving) currentTarget.setPointerCapture(pointerId)
    drag.current = { from: { x, y }, isMoving: true }
    currentTarget.scrollBy(-right, -down)
  }

  return (
    <>
      <div
        ref={frame}
        onPointerDown={({ clientX: x, clientY: y }) => { drag.current = { from: { x, y }, isMoving: false } }}
        onPointerMove={follow}
        className="flex h-[60dvh] overflow-auto overscroll-contain rounded-md bg-subtle"
      >
        <button
          type="button"
          aria-pressed={scale > 1}
          onClick={toggle}
          className={scale > 1 ? 'm-auto shrink-0 cursor-grab active:cursor-grabbing' : 'flex size-full items-center justify-center cursor-zoom-in'}
        >
          {/* eslint-disable-next-line @next/next/no-img-element -- private, and shrunk already: next/image would keep a copy */}
          <img ref={image} src={source} alt={alt} draggable={false} className={scale > 1 ? 'max-w-none' : 'max-h-full max-w-full'} style={scale > 1 ? { width: fitWidth * scale } : undefined} />
          <span className="sr-only">{t(scale > 1 ? 'smaller' : 'larger')}</span>
        </button>
      </div>
      <div className="mt-3 flex justify-center gap-2">
        <Button variant="secondary" disabled={scale === 1} onClick={() => zoomTo(scale / STEP)}>
          <ZoomOut aria-hidden />
          {t('zoomOut')}
        </Button>
        <Button variant="secondary" disabled={scale === LARGEST} onClick={() => zoomTo(scale * STEP)}>
          <ZoomIn aria-hidden />
          {t('zoomIn')}
        </Button>
      </div>
    </>
  )
}
