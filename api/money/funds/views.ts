// SPDX-License-Identifier: AGPL-3.0-or-later

import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import { readZones } from '../../../db/city/territory/reads.ts';
import { readAwardSums } from '../../../db/money/awards/reads.ts';
import {
  type AllocationRow,
  type EarmarkRow,
  readAllocations,
  readEarmarks,
  readFunds,
  readFundTotals,
  readMoneyBy,
} from '../../../db/money/funds/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { readMilestones } from '../../../db/plan/milestones/reads.ts';
import { refOf, type Text } from '../../contract.ts';
import { summaryOf } from '../../plan/milestones/views.ts';
import { sumsOf } from '../awards/views.ts';
import type { Allocation, Earmark, Fund, MoneyGroup } from './contract.ts';
import { addEur, atRiskEur, earmarkShare } from './rules.ts';

type FundRow = Awaited<ReturnType<typeof readFunds>>[number];

function fundOf(row: FundRow): Fund {
  return {
    key: row.key,
    name: row.name,
    origin: row.origin,
    organisation: refOf(row.organisation, row.organisation_name),
    agreement: refOf(row.agreement, row.agreement_name),
    amountEur: row.amount_eur,
    plannedEur: row.planned_eur ?? 0,
    committedEur: row.committed_eur ?? 0,
    paidEur: row.paid_eur ?? 0,
    unallocatedEur: row.unallocated_eur,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

function allocationOf(row: AllocationRow, milestoneNames: Map<string, Text>): Allocation {
  const organisation = refOf(row.organisation, row.organisation_name);
  return {
    key: row.key,
    name: row.name,
    fund: { key: row.fund, name: row.fund_name },
    area: refOf(row.area, row.area_name),
    zone: refOf(row.zone, row.zone_name),
    milestone: refOf(row.milestone, row.milestone === null ? null : (milestoneNames.get(row.milestone) ?? null)),
    call: refOf(row.call, row.call_name),
    recipient: organisation?.name ?? row.recipient,
    plannedEur: row.planned_eur,
    committedEur: row.committed_eur ?? 0,
    paidEur: row.paid_eur ?? 0,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

const groupOf = (row: Awaited<ReturnType<typeof readMoneyBy>>[number]): MoneyGroup => ({
  to: refOf(row.key, row.name),
  plannedEur: row.planned_eur,
  committedEur: row.committed_eur,
  paidEur: row.paid_eur,
});

type Parents = Map<string, string | null>;

function isWithin(zone: string | null, wanted: string, parents: Parents): boolean {
  for (let at: string | null = zone; at !== null; at = parents.get(at) ?? null) if (at === wanted) return true;
  return false;
}

function earmarkOf(
  row: EarmarkRow,
  funds: FundRow[],
  allocations: AllocationRow[],
  parents: Parents,
  periphery: Text,
): Earmark {
  const counts = (origin: string) => row.base === 'all' || row.base === origin;
  const base = addEur(funds.filter(({ origin }) => counts(origin)).map(({ amount_eur }) => amount_eur));
  const counted = allocations.filter(({ origin }) => counts(origin));
  const placed = counted.filter((one) => (row.destination === 'area' ? one.area : one.zone) !== null);
  const reached = placed.filter((one) => {
    if (row.destination === 'periphery') return one.periphery === true;
    return row.destination === 'area' ? one.area === row.area : isWithin(one.zone, row.zone ?? '', parents);
  });
  const sum = (rows: AllocationRow[]) => addEur(rows.map(({ planned_eur }) => planned_eur));
  return {
    key: row.key,
    name: row.name,
    base: row.base,
    destination: row.area_name ?? row.zone_name ?? periphery,
    target: row.share,
    baseEur: base,
    reachedEur: sum(reached),
    notAttributableEur: addEur([base, -sum(placed)]),
    share: earmarkShare(sum(reached), sum(placed)),
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

/** Flows source → area → recipient; amounts that no document attributes go to an unnamed node. */
function flowOf(funds: Fund[], allocations: Allocation[]) {
  const nodes = new Map<string, { id: string; kind: 'source' | 'area' | 'recipient'; name: Text | null }>();
  const links = new Map<string, { from: string; to: string; amounts: number[] }>();
  const add = (from: string, to: string, eur: number) => {
    if (eur === 0) return;
    const link = links.get(`${from} ${to}`) ?? { from, to, amounts: [] };
    link.amounts.push(eur);
    links.set(`${from} ${to}`, link);
  };
  const areaNode = (area: Allocation['area']) => {
    const id = `area/${area?.key ?? ''}`;
    nodes.set(id, { id, kind: 'area', name: area?.name ?? null });
    return id;
  };
  for (const fund of funds) {
    nodes.set(`source/${fund.key}`, { id: `source/${fund.key}`, kind: 'source', name: fund.name });
    if (fund.unallocatedEur > 0) add(`source/${fund.key}`, areaNode(null), fund.unallocatedEur);
  }
  for (const one of allocations) {
    const area = areaNode(one.area);
    add(`source/${one.fund.key}`, area, one.plannedEur);
    const recipient = one.recipient ?? one.call?.name;
    if (!recipient) continue;
    const id = `recipient/${one.call?.key ?? recipient.it}`;
    nodes.set(id, { id, kind: 'recipient', name: recipient });
    add(area, id, one.plannedEur);
  }
  return {
    nodes: [...nodes.values()],
    links: [...links.values()].map(({ from, to, amounts }) => ({ from, to, eur: addEur(amounts) })),
  };
}

/** Money tied to late or at-risk milestones, largest first. */
async function atRiskView(reader: Reader, allocations: AllocationRow[]) {
  const keys = [...new Set(allocations.flatMap(({ milestone }) => milestone ?? []))];
  const milestones =
    keys.length > 0 ? (await readMilestones(reader, { keys })).map((row) => summaryOf(row, reader.day)) : [];
  const items = milestones
    .map((milestone) => {
      const tied = allocations.filter((one) => one.milestone === milestone.key);
      return {
        milestone,
        eur: addEur(tied.map((one) => atRiskEur(milestone.status, one.planned_eur, one.paid_eur ?? 0))),
      };
    })
    .filter(({ eur }) => eur > 0)
    .sort((a, b) => b.eur - a.eur);
  const names = new Map(milestones.map(({ key, name }) => [key, name]));
  return { names, atRisk: { eur: addEur(items.map(({ eur }) => eur)), items } };
}

/** Money awarded by calls, largest first. */
async function awardedView(reader: Reader) {
  const rows = (await readAwardSums(reader, 'call')).filter(
    ({ amount_eur, paid_eur }) => amount_eur > 0 || paid_eur > 0,
  );
  return rows
    .sort((a, b) => b.amount_eur - a.amount_eur)
    .map((row) => ({
      ...sumsOf(row),
      call: { key: row.key, name: row.name },
      budgetEur: row.budget_eur,
    }));
}

export async function moneyView(reader: Reader) {
  const fundRows = await readFunds(reader);
  const rows = await readAllocations(reader);
  const totals = await readFundTotals(reader);
  const { names, atRisk } = await atRiskView(reader, rows);
  const funds = fundRows.map(fundOf);
  const allocations = rows.map((row) => allocationOf(row, names));
  const parents: Parents = new Map((await readZones(reader)).map(({ key, parent }) => [key, parent]));
  const body = await readProgrammeBody(reader);
  const periphery = body?.periphery_term ?? { it: 'periferia', en: 'periphery' };
  return {
    totals: {
      amountEur: totals.all,
      publicEur: totals.public,
      privateEur: totals.private,
      plannedEur: addEur(funds.map((one) => one.plannedEur)),
      committedEur: addEur(funds.map((one) => one.committedEur)),
      paidEur: addEur(funds.map((one) => one.paidEur)),
      unallocatedEur: addEur(funds.map((one) => one.unallocatedEur)),
    },
    funds,
    allocations,
    byArea: (await readMoneyBy(reader, 'area')).map(groupOf),
    byZone: (await readMoneyBy(reader, 'zone')).map(groupOf),
    earmarks: (await readEarmarks(reader)).map((row) => earmarkOf(row, fundRows, rows, parents, periphery)),
    atRisk,
    awards: await awardedView(reader),
    flow: flowOf(funds, allocations),
  };
}
