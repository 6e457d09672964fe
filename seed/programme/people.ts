/** Who carries actions in Waterstad, and who answers for them. */
export const milan = 'Milan Kerkdijk'
export const saar = 'Saar Nieuwland'
export const joram = 'Joram Eikelboom'
export const kampstra = 'Olivier Kampstra'
export const ostinga = 'Hanna Ostinga'
