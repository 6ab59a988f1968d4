/**
 * Where a shop's logo lies, relative to this server. Its version is part of the address, so it may be
 * kept for ever; null for a shop without one.
 * @param shop.logo hexadecimal SHA-256 of the picture
 */
export function logoAddress({ slug, logo }: { slug: string; logo: string | null }): string | null {
  return logo && `/logo/${slug}/${logo.slice(0, 16)}.png`
}
