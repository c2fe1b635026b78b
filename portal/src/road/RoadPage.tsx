import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { ApplicantApi } from '../api/applicant';
import { problemIn, type Problem } from '../api/problem';
import type { Application } from '../api/types';
import { useDemo } from '../home/useDemo';
import { adoptLanguage } from '../i18n/language';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { ClosedRoad } from './ClosedRoad';
import { Progress } from './Progress';
import { RoadContext, type RoadWalk } from './RoadContext';
import { closedBy, walk, type Step } from './road';
import { forget, openRoad } from './session';
import { CurrentStep } from './steps/CurrentStep';
import { useGiven } from './useGiven';
import { WithdrawConsent } from './WithdrawConsent';

/** `/apply/:id#token`: one application, from consent to verdict. A new link in the same tab is a new road. */
export default function RoadPage() {
  const { id = '' } = useParams();
  return <RoadOf key={id} id={id} />;
}

function RoadOf({ id }: { id: string }) {
  const { t } = useTranslation();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const offered = useDemo();
  const [road, tell] = useReducer(walk, { phase: 'opening' });
  const [api, setApi] = useState<ApplicantApi | null>(null);
  const { draft, sent, setDraft, keepSent, restore } = useGiven();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const token = hash.length > 1 ? hash.slice(1) : null;
    let current = true;
    openRoad(id, token).then(
      (opened) => {
        if (!current) {
          return;
        }
        if ('closed' in opened) {
          tell({ type: 'closed', why: opened.closed });
        } else {
          adoptLanguage(opened.application.locale);
          setApi(opened.api);
          tell({ type: 'arrived', application: opened.application });
        }
        if (token !== null) {
          // The token has done its work; nobody should read it over a shoulder or find it in the history.
          void navigate({ hash: '' }, { replace: true });
        }
      },
      (thrown: unknown) => {
        const problem = problemIn(thrown);
        if (current && problem !== null) {
          tell({ type: 'interrupted', problem });
        }
      },
    );
    return () => {
      current = false;
    };
    // The token is read once per attempt: taking it out of the address must not open the road again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, attempt]);

  const arrived = useCallback((application: Application) => tell({ type: 'arrived', application }), []);
  const intercept = useCallback(
    (problem: Problem) => {
      if (problem.code === 'already-submitted' || problem.code === 'consent-required') {
        // This page fell behind, perhaps because of a second tab: see how the application is now.
        setAttempt((before) => before + 1);
        return true;
      }
      const why = closedBy(problem);
      if (why !== null) {
        forget(id);
        tell({ type: 'closed', why });
      }
      return why !== null;
    },
    [id],
  );

  const application = road.phase === 'walking' ? road.application : null;
  const goTo = useCallback(
    (step: Step) => {
      if (application !== null) {
        restore(application);
      }
      tell({ type: 'went', step });
    },
    [application, restore],
  );
  const context = useMemo<RoadWalk | null>(
    () =>
      application === null || api === null
        ? null
        : { api, application, demo: offered, draft, sent, setDraft, keepSent, arrived, goTo, intercept },
    [api, application, offered, draft, sent, setDraft, keepSent, arrived, goTo, intercept],
  );

  if (road.phase === 'closed') {
    return <ClosedRoad why={road.why} />;
  }
  if (road.phase === 'interrupted') {
    const again = () => {
      tell({ type: 'opening' });
      setAttempt((before) => before + 1);
    };
    return (
      <section className="narrow">
        <ProblemNotice problem={road.problem} retry={again} />
      </section>
    );
  }
  if (road.phase === 'opening' || context === null) {
    return (
      <section className="narrow">
        <Spinner>{t('road.opening')}</Spinner>
      </section>
    );
  }
  return (
    <RoadContext value={context}>
      <div className="road">
        <Progress application={road.application} step={road.step} />
        <CurrentStep step={road.step} />
        <WithdrawConsent />
      </div>
    </RoadContext>
  );
}
