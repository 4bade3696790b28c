// SPDX-License-Identifier: AGPL-3.0-or-later
import { readContact as contactOf } from '../../../db/labs/editing/reads.ts';
import type { Serve } from '../../http/serve.ts';
import { confirm, contact, create, edit, merge } from './commands.ts';
import { confirmLab, createLab, editLab, keepContact, mergeLab, readContact } from './contract.ts';

const nobody = { name: null, email: null, phone: null };

export function entriesRoutes({ inProgramme, keep }: Serve) {
  inProgramme(readContact, async (reader, { params }) => (await contactOf(reader, params.lab)) ?? nobody);
  keep(
    createLab,
    (writer, asked) => create(writer, asked, asked.input),
    ({ why }) => why ?? '',
  );
  keep(
    editLab,
    (writer, asked) => edit(writer, asked, asked.params.programme, asked.params.lab, asked.input),
    ({ why }) => why ?? '',
  );
  keep(confirmLab, (writer, asked) => confirm(writer, asked, asked.params.lab, asked.input));
  keep(keepContact, (writer, asked) => contact(writer, asked, asked.params.lab, asked.input));
  keep(
    mergeLab,
    (writer, asked) => merge(writer, asked, asked.params.lab, asked.input),
    ({ why }) => why.it,
  );
}
