export const riskLevels = ['low', 'middle', 'high', 'unknown'] as const
export type RiskLevel = (typeof riskLevels)[number]
export const riskStates = ['open', 'happened', 'past'] as const
export type RiskState = (typeof riskStates)[number]
