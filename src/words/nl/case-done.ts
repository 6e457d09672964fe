/** What was just done, said on the page one comes back to; the key stands in the address. */
export const caseDone = {
  begonnen: 'Het traject is begonnen. Je coördineert het.',
  bewaard: 'Bewaard.',
  team: 'Het team is bijgewerkt.',
  heropend: 'Het traject is weer open.',
}
