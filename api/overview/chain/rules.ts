// SPDX-License-Identifier: AGPL-3.0-or-later

/** The links of the chain, from what is meant to what came of it. */
export const linkKinds = ['area', 'milestone', 'call', 'space', 'organisation', 'award'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** One thread through the chain: the item of each kind by its id, where there is one. */
export type Thread = Record<LinkKind, string | null>;

/** As many threads are given and drawn at once. */
export const mostThreads = 60;

export const idOf = (kind: LinkKind, key: string): string => `${kind}:${key}`;

/** The items that a thread passes through, in the order of the chain. */
export const itemsOn = (thread: Thread): string[] => linkKinds.flatMap((kind) => thread[kind] ?? []);

/** Threads with what they share side by side: areas, milestones, calls … in the order in which each first comes. */
export function ordered(threads: readonly Thread[]): Thread[] {
  const first = linkKinds.map((kind) => {
    const ids = [...new Set(threads.map((thread) => thread[kind]))];
    return { kind, at: new Map(ids.map((id, index) => [id, index])) };
  });
  const rank = (thread: Thread) => first.map(({ kind, at }) => at.get(thread[kind]) ?? 0);
  return threads.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const differs = x.findIndex((place, index) => place !== y[index]);
    return differs < 0 ? 0 : (x[differs] ?? 0) - (y[differs] ?? 0);
  });
}

/** A stop of a thread in a column: at an item, or, with an id of its own, where it passes by to what comes later. */
export interface Stop {
  kind: LinkKind;
  id: string;
  passing: boolean;
}

/** The stops of each thread, one in every column between its first item and its last. */
export function stopsOf(threads: readonly Thread[], kinds: readonly LinkKind[]): Stop[][] {
  return threads.map((thread) => {
    const held = kinds.filter((kind) => thread[kind] !== null);
    const between = kinds.slice(kinds.indexOf(held[0] ?? 'area'), kinds.indexOf(held.at(-1) ?? 'area') + 1);
    return between.map((kind, at): Stop => {
      const id = thread[kind];
      if (id !== null) return { kind, id, passing: false };
      const from = between.slice(0, at).findLast((one) => thread[one] !== null);
      const to = between.slice(at).find((one) => thread[one] !== null);
      return { kind, id: `${kind} ${thread[from ?? kind]} ${thread[to ?? kind]}`, passing: true };
    });
  });
}

/** Pairs of stops that are joined by a line, each once. */
export function linesOf(stops: readonly Stop[][]): { from: Stop; to: Stop }[] {
  const lines = stops.flatMap((thread) =>
    thread.slice(1).flatMap((to, at) => {
      const from = thread[at];
      return from ? [{ from, to }] : [];
    }),
  );
  return [...new Map(lines.map((line) => [`${line.from.id} ${line.to.id}`, line])).values()];
}

/** How high each stop stands in its column, in rows: amid its threads, and never closer than a row to the one above. */
export function placesOf(stops: readonly Stop[][]): Map<string, number> {
  const places = new Map<string, number>();
  const all = stops.flatMap((thread, row) => thread.map((stop) => ({ ...stop, row })));
  for (const column of Map.groupBy(all, ({ kind }) => kind).values()) {
    const middles = [...Map.groupBy(column, ({ id }) => id)].map(([id, rows]) => {
      return { id, at: rows.reduce((sum, { row }) => sum + row, 0) / rows.length };
    });
    let free = 0;
    for (const { id, at } of middles.sort((a, b) => a.at - b.at)) {
      const place = Math.max(at, free);
      places.set(id, place);
      free = place + 1;
    }
  }
  return places;
}

export interface Branch {
  id: string;
  branches: Branch[];
}

/** The same threads as a tree: what begins alike stands together. */
export function branchesOf(threads: readonly (readonly string[])[]): Branch[] {
  const begun = Map.groupBy(
    threads.filter((items) => items.length > 0),
    ([first = '']) => first,
  );
  return [...begun].map(([id, all]) => ({ id, branches: branchesOf(all.map((items) => items.slice(1))) }));
}
