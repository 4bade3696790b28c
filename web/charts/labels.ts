// SPDX-License-Identifier: AGPL-3.0-or-later

const letter = 6.2;

/** Wraps a name to at most two lines and truncates with an ellipsis (the table has the full name). */
export function wrapped(text: string, room: number): string[] {
  const most = Math.max(Math.floor(room / letter), 6);
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= most || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const short = (line: string, cut: boolean) =>
    cut || line.length > most ? `${line.slice(0, most - 1).replace(/[\s,;:]+$/, '')}…` : line;
  return lines.slice(0, 2).map((line, index) => short(line, index === 1 && lines.length > 2));
}

/** Pushes overlapping labels apart, keeping their vertical order. */
export function apart<L extends { y: number; height: number }>(labels: readonly L[]): (L & { shown: number })[] {
  let floor = Number.NEGATIVE_INFINITY;
  return labels
    .toSorted((a, b) => a.y - b.y)
    .map((label) => {
      const shown = Math.max(label.y, floor + label.height / 2);
      floor = shown + label.height / 2;
      return { ...label, shown };
    });
}

export interface Stretch {
  from: number;
  to: number;
  level: number;
}

/** Where two step lines diverge: the longest flat segment of the first that differs from the second. */
export function longestApart(rows: readonly { time: number; one: number; other: number }[]): Stretch | undefined {
  const stretches: Stretch[] = [];
  rows.forEach(({ time, one, other }, index) => {
    const next = rows[index + 1];
    if (!next || one === other) return;
    const last = stretches.at(-1);
    if (last && last.to === time && last.level === one) last.to = next.time;
    else stretches.push({ from: time, to: next.time, level: one });
  });
  return stretches.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
}
