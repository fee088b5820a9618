import { useFigure, useNow } from '../../kit/scene/context.ts';
import { verdictOf } from './check.ts';
import type { CheckModel } from './model.ts';
import { TENSORS } from './network.ts';
import { kinksText, SIGN, WHY, WORDS } from './words.ts';

const VERDICT = {
  right: { en: 'holds', zh: '通过' },
  wrong: { en: 'wrong', zh: '不合格' },
  none: { en: 'not compared', zh: '未作比较' },
} as const;

/** The four gradients with the error of each; below them why just these are red. */
export function VerdictList() {
  const { language } = useFigure();
  const { checks, params } = useNow().model as CheckModel;
  return (
    <div className="gradient-check-verdicts">
      <ul aria-label={WORDS.verdicts[language]}>
        {TENSORS.map((name) => {
          const { kinks } = checks[name];
          const { state, mark, error } = verdictOf(checks[name]);
          return (
            <li key={name} data-tensor-check={name} className={`is-${state}`}>
              <b translate="no">{SIGN[name]}</b>
              <span>
                <span aria-hidden="true">{`${mark} `}</span>
                <span>{VERDICT[state][language]}</span>
              </span>
              <span translate="no">{error}</span>
              <small>{kinksText(kinks, language)}</small>
            </li>
          );
        })}
      </ul>
      <p>{WHY[params.bug][language]}</p>
    </div>
  );
}
