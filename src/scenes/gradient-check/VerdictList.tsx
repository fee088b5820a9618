import { errorText } from '../../kit/check/checkText.ts';
import { useFigure, useNow } from '../../kit/scene/context.ts';
import type { CheckModel } from './model.ts';
import { TENSORS } from './network.ts';
import { kinksText, SIGN, WHY, WORDS } from './words.ts';

const VERDICT = { ok: { en: 'holds', zh: '通过' }, wrong: { en: 'wrong', zh: '不合格' } } as const;

/** The four gradients with the error of each; below them why just these are red. */
export function VerdictList() {
  const { language } = useFigure();
  const { checks, params } = useNow().model as CheckModel;
  return (
    <div className="gradient-check-verdicts">
      <ul aria-label={WORDS.verdicts[language]}>
        {TENSORS.map((name) => {
          const { holds, error, kinks } = checks[name];
          return (
            <li key={name} data-tensor-check={name} className={holds ? 'is-right' : 'is-wrong'}>
              <b translate="no">{SIGN[name]}</b>
              <span>
                <span aria-hidden="true">{holds ? '✓ ' : '✗ '}</span>
                <span>{(holds ? VERDICT.ok : VERDICT.wrong)[language]}</span>
              </span>
              <span translate="no">{errorText(error)}</span>
              <small>{kinksText(kinks, language)}</small>
            </li>
          );
        })}
      </ul>
      <p>{WHY[params.bug][language]}</p>
    </div>
  );
}
