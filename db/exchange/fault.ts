// SPDX-License-Identifier: AGPL-3.0-or-later

/** A fault of a data package and its position: `row` is the line in the file, the header being line 1. */
export interface Fault {
  file: string;
  row?: number;
  column?: string;
  reason: string;
}

export class PackageRefused extends Error {
  readonly faults: Fault[];
  constructor(faults: Fault[]) {
    super(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the data package; nothing was loaded.`);
    this.faults = faults;
  }
}

export function faultLine({ file, row, column, reason }: Fault): string {
  return [file, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ').concat(`: ${reason}`);
}
