/** Who works on a programme at the desk. */
export const officials = ['policy-officer', 'portfolio-holder'] as const
