import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { createLinkSchema } from '@/lib/link/schema'
import { inputOf, type LinkDraft } from './link-draft'

const resolveInput = zodResolver(createLinkSchema)

/** Checks the form by the action's own schema. */
export const resolveDraft: Resolver<LinkDraft> = async (draft, context, { fields, criteriaMode, shouldUseNativeValidation, names }) => {
  // The paths of a draft and of the action's input are the same; only their types are not.
  const options = { fields, criteriaMode, shouldUseNativeValidation, names } as Parameters<typeof resolveInput>[2]
  const { errors } = await resolveInput(inputOf(draft), context, options)
  return Object.keys(errors).length === 0 ? { values: draft, errors: {} } : ({ values: {}, errors } as Awaited<ReturnType<Resolver<LinkDraft>>>)
}
