// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { listInitiatives, readInitiative } from '../../../api/plan/areas/contract.ts';
import { readMilestone } from '../../../api/plan/milestones/contract.ts';
import { asking, problemAt } from '../../harness/ask.ts';
import { withOffice } from '../../harness/opened.ts';

const { office } = withOffice();
const milan = () => asking(office.address, 'manifattura-milano');

describe('one initiative', () => {
  test('is the same as in the list, plus its milestones', async () => {
    for (const programme of ['manifattura-milano', 'mics', 'mtc-torino', 'citta-campione']) {
      const ask = asking(office.address, programme);
      for (const one of (await ask(listInitiatives, '/initiatives')).items) {
        const { milestoneList, calls, ...summary } = await ask(readInitiative, `/initiatives/${one.key}`);
        expect(summary).toEqual(one);
        expect(milestoneList).toHaveLength(one.milestones);
        expect(calls.every(({ key }) => key !== '')).toBe(true);
      }
    }
  });

  test('has the places of its milestones', async () => {
    const milestone = await milan()(readMilestone, '/milestones/first-space-call');
    const initiative = await milan()(readInitiative, `/initiatives/${milestone.initiative?.key}`);
    expect(initiative.milestoneList.map(({ key }) => key)).toContain('first-space-call');
  });

  test('has status 404 if it does not exist', async () => {
    const { status } = await problemAt(office.address, '/api/v1/programmes/manifattura-milano/initiatives/nothing');
    expect(status).toBe(404);
  });
});
