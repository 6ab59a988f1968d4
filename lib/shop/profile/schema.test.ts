import { describe, expect, it } from 'vitest'
import { accentSchema, profileSchema } from './schema'

const nothing = { supportEmail: '', website: '', instagram: '', thankYou: '', address: { street: '', city: '', province: '', postalCode: '' } }
const kept = (typed: Partial<typeof nothing>) => {
  const parsed = profileSchema.safeParse({ ...nothing, ...typed })
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message)
}

describe('a profile', () => {
  it.each([
    ['', ''], ['tokomelati.id', 'https://tokomelati.id/'], ['https://tokomelati.id/a?b=1', 'https://tokomelati.id/a?b=1'], ['http://tokomelati.id', 'http://tokomelati.id/'],
    [' TOKOMELATI.id:8443/x ', 'https://tokomelati.id:8443/x'],
  ])('keeps the website %j as %j', (typed, website) => expect(kept({ website: typed })).toMatchObject({ website }))

  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@melati.id', 'localhost', 'https://user:pw@melati.id', 'user@melati.id/', 'https://', 'a b.id', 'https:\\\\melati.id', `${'a'.repeat(300)}.id`])(
    'refuses %j as a website',
    (website) => expect(kept({ website })).toContain('website'),
  )

  it.each([
    ['@toko.melati', 'toko.melati'], ['Toko_Melati', 'toko_melati'], ['https://www.instagram.com/toko.melati/?hl=id', 'toko.melati'], ['instagram.com/toko', 'toko'], ['', ''],
  ])('keeps the Instagram name %j as %j', (typed, instagram) => expect(kept({ instagram: typed })).toMatchObject({ instagram }))

  it.each(['toko melati', 'toko.', 'javascript:alert(1)', '"><script>', 'a'.repeat(31), 'https://jahat.example/toko'])('refuses %j as an Instagram name', (instagram) => expect(kept({ instagram })).toContain('instagram'))

  it.each(['4011', '401111', 'abcde', '40 11'])('refuses %j as a postal code', (postalCode) => expect(kept({ address: { ...nothing.address, postalCode } })).toEqual(['postalCode']))

  it('refuses what is no address of mail, and more than one', () => {
    for (const supportEmail of ['a', 'a@b', 'a@b.id, c@d.id', 'A <a@b.id>', 'a@b.id\nBcc: c@d.id']) expect(kept({ supportEmail })).toEqual(['email'])
  })
})

it.each([
  ['', ''], ['#0B7A6B', '#0b7a6b'], ['#fff', 'colorContrast'], ['rot', 'color'], ['#ff8ab0', 'colorContrast'], ['#db0047', '#db0047'],
])('the accent %j is kept as, or refused with, %s', (color, expected) => {
  const parsed = accentSchema.safeParse({ color })
  expect(parsed.success ? parsed.data.color : parsed.error.issues[0]?.message).toBe(expected)
})
