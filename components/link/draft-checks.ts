import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { z } from 'zod'
import { linkDefaultsSchema } from '@/lib/link/defaults/schema'
import { createLinkSchema, pricesInCurrency } from '@/lib/link/schema'
import type { WholeContent } from '@/lib/link/start/content'
import { CONTENT_SHAPE } from '@/lib/link/start/schema'
import { contentOf, defaultsOf, inputOf, type LinkDraft } from './link-draft'

/** Checks the form by the action's own schema. */
export const checkDraft = resolverOf(zodResolver(createLinkSchema), inputOf)

/** As {@link checkDraft}, where the IDs are decided. */
export const checkEdit = resolverOf(zodResolver(z.preprocess((content: WholeContent) => pricesInCurrency(content), z.strictObject(CONTENT_SHAPE))), contentOf)

export const checkDefaults = resolverOf(zodResolver(linkDefaultsSchema), defaultsOf)

// The paths of a draft and of an action's input are the same; only their types are not.
type Check<Input extends object> = (values: Input, context: unknown, options: never) => Promise<{ errors: object }> | { errors: object }

function resolverOf<Input extends object>(check: Check<Input>, inputOfDraft: (draft: LinkDraft) => Input): Resolver<LinkDraft> {
  return async (draft, context, { fields, criteriaMode, shouldUseNativeValidation, names }) => {
    const { errors } = await check(inputOfDraft(draft), context, { fields, criteriaMode, shouldUseNativeValidation, names } as never)
    return Object.keys(errors).length === 0 ? { values: draft, errors: {} } : ({ values: {}, errors } as Awaited<ReturnType<Resolver<LinkDraft>>>)
  }
}
