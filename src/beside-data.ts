/** What belongs to the data and must not be in its folder: whoever takes or changes the folder must not have it as well. */
export function besideData(dataFolder: string): { key: string; checkpoints: string } {
  return { key: `${dataFolder}.signing-key`, checkpoints: `${dataFolder}.checkpoints` }
}
