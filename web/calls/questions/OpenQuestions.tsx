// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Answer } from '../../ui/states.tsx';
import { type Question, useQuestions } from './queries.ts';

interface OpenQuestionsProps {
  call: string;
  /** Form for the public answer. */
  answering: (question: Question, onDone: () => void) => ReactNode;
}

/** Questions from firms that the office has not answered. */
export function OpenQuestions({ call, answering }: OpenQuestionsProps) {
  const { t } = useTranslate();
  const { second } = useFormat();
  const [open, setOpen] = useState<number>();
  return (
    <Answer of={useQuestions(call)} height={0}>
      {({ items }) =>
        items.length > 0 && (
          <section aria-labelledby="questions-title">
            <h2 id="questions-title">{t('questions.waiting', { count: items.length })}</h2>
            <ul className="plain-list">
              {items.map((question) => (
                <li key={question.questionId}>
                  <span lang={question.language} className="typed-words">
                    {question.words}
                  </span>{' '}
                  <span className="muted">{second(question.askedAt)}</span>
                  <p>
                    <button
                      type="button"
                      className="plain"
                      aria-expanded={open === question.questionId}
                      onClick={() => setOpen(question.questionId)}
                    >
                      {t('questions.answer')}
                      <span className="visually-hidden"> ({question.words})</span>
                    </button>
                  </p>
                  {open === question.questionId && answering(question, () => setOpen(undefined))}
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
}
