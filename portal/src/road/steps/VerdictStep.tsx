import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Application } from '../../api/types';
import { absoluteTime } from '../../i18n/time';
import { CheckIcon, ClockIcon, CrossIcon, PersonIcon, ShieldIcon } from '../../ui/icons';
import { PageTitle } from '../../ui/PageTitle';
import { ActionNotice } from '../../ui/ProblemNotice';
import { AppointmentCode } from '../AppointmentCode';
import { ReasonList } from '../ReasonList';
import { useRoad, useRoadAction } from '../RoadContext';
import { SeeMyLines } from '../SeeMyLines';

type Outcome = 'VERIFIED' | 'REFUSED' | 'REVIEW' | 'EXPIRED';

/** What was decided, why, what to do next, and what became of the pictures. */
export function VerdictStep() {
  const { t, i18n } = useTranslation();
  const { application, demo } = useRoad();
  const outcome = outcomeOf(application);
  const decision = application.decision;
  const mine = application.purpose === 'MY_LINES';
  const title = mine ? t(`verdict.mine.${outcome}.title`) : t(`verdict.${outcome}.title`);
  return (
    <section className="verdict" data-testid="verdict" data-outcome={outcome}>
      <header className="verdict-head">
        <span className="verdict-sign">
          <OutcomeIcon outcome={outcome} />
        </span>
        <p className="chip" data-state={outcome} data-testid="verdict-outcome" data-outcome={outcome}>
          {t(`state.${outcome}`)}
        </p>
        {/* Whoever has just changed the verdict, by asking for a person or taking the consent back, hears the new one. */}
        <PageTitle key={application.updatedAt} name={title}>
          {title}
        </PageTitle>
        <p className="lead">
          {mine
            ? t(`verdict.mine.${outcome}.text`)
            : t(`verdict.${outcome}.text`, { line: application.line })}
        </p>
      </header>
      {decision !== null && decision.reasons.length > 0 && (
        <ReasonList reasons={decision.reasons} language={application.locale} />
      )}
      {outcome === 'VERIFIED' && <SeeMyLines />}
      {outcome === 'REVIEW' && <AppointmentCode key={application.updatedAt} />}
      {outcome === 'EXPIRED' && mine && (
        <p>
          <Link className="button" to="/my-lines">
            {t('home.myLines.link')}
          </Link>
        </p>
      )}
      {outcome === 'EXPIRED' && !mine && <p>{t('verdict.EXPIRED.next')}</p>}
      {outcome === 'REFUSED' && application.mayAskForPerson && <AskForPerson />}
      <p className="erased" data-testid="images-erased" data-erased-at={decision?.imagesErasedAt ?? ''}>
        <ShieldIcon />
        <span>
          {decision?.imagesErasedAt != null
            ? t('verdict.erased', { time: absoluteTime(decision.imagesErasedAt, i18n.language) })
            : outcome === 'REVIEW' && application.attendedCheck === null
              ? t('verdict.kept')
              : t('verdict.noPictures')}
        </span>
      </p>
      <div className="quiet">
        {decision !== null && (
          <p>{t('verdict.decidedAt', { time: absoluteTime(decision.decidedAt, i18n.language) })}</p>
        )}
        {!mine && <p>{t('verdict.done')}</p>}
      </div>
      {demo !== null && (
        <p>
          <Link className="button button-plain" to="/">
            {t('verdict.home')}
          </Link>
        </p>
      )}
    </section>
  );
}

function AskForPerson() {
  const { t } = useTranslation();
  const { api } = useRoad();
  const ask = useRoadAction((signal) => api.askForAttendedCheck(signal));
  return (
    <div className="panel">
      <h2>{t('verdict.attended.title')}</h2>
      <p>{t('verdict.attended.text')}</p>
      <ActionNotice action={ask} />
      <button
        type="button"
        className="button button-main"
        disabled={ask.running}
        onClick={() => void ask.run()}
        data-testid="attended-check"
      >
        <PersonIcon />
        {t('verdict.attended.ask')}
      </button>
    </div>
  );
}

function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  switch (outcome) {
    case 'VERIFIED':
      return <CheckIcon />;
    case 'REFUSED':
      return <CrossIcon />;
    case 'REVIEW':
      return <PersonIcon />;
    case 'EXPIRED':
      return <ClockIcon />;
  }
}

function outcomeOf(application: Application): Outcome {
  return application.decision?.outcome ?? (application.state === 'REVIEW' ? 'REVIEW' : 'EXPIRED');
}
