import { useCustomFields } from '@/components/shell/use-custom-fields'
import { Fact } from '@/components/ui/facts'

/** What the shop's own system sent with the link. */
export function CustomFields({ fields }: { fields: Record<string, string> | null }) {
  return useCustomFields(fields).map(({ name, label, value }) => (
    <Fact key={name} label={label}>
      <bdi className="wrap-anywhere">{value}</bdi>
    </Fact>
  ))
}
