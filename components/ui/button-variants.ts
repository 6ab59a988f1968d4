import { cva, type VariantProps } from 'class-variance-authority'

export const buttonVariants = cva(
  'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-semibold whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4.5 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-strong',
        secondary: 'border border-line-strong bg-card text-ink hover:bg-subtle',
        ghost: 'text-ink hover:bg-subtle',
        danger: 'bg-bad text-on-bad hover:bg-bad-strong',
      },
      size: {
        default: 'h-11 px-4 text-base md:h-10 md:text-sm',
        large: 'h-12 px-5 text-base',
        small: 'h-11 px-3 text-sm md:h-9',
        icon: 'size-11 md:size-10',
      },
    },
    defaultVariants: { variant: 'primary', size: 'default' },
  },
)

export type ButtonVariants = VariantProps<typeof buttonVariants>
