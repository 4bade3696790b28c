// SPDX-License-Identifier: AGPL-3.0-or-later

import type { OfficinaDb } from '../../../db/client.ts';
import { readMails } from '../../../db/people/accounts/reads.ts';

const shown = 100;

export async function outboxView(db: OfficinaDb) {
  const mails = await readMails(db, shown);
  return {
    items: mails.map(({ mail_id, recipient, subject, body, made_at }) => ({
      mailId: mail_id,
      recipient,
      subject,
      body,
      madeAt: made_at.toISOString(),
    })),
  };
}
