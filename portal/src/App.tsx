import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Routes } from 'react-router';
import { HomePage } from './home/HomePage';
import { Layout } from './ui/Layout';
import { PageTitle } from './ui/PageTitle';

// Nobody on a phone need fetch the pages of somebody else.
const RoadPage = lazy(() => import('./road/RoadPage'));
const MyLinesPage = lazy(() => import('./mylines/MyLinesPage'));
const AgreePage = lazy(() => import('./agree/AgreePage'));
const HearingPage = lazy(() => import('./hearing/HearingPage'));
const TransferPage = lazy(() => import('./transfer/TransferPage'));
const RetentionPage = lazy(() => import('./privacy/RetentionPage'));
const TransparencyPage = lazy(() => import('./privacy/TransparencyPage'));
const AuditPage = lazy(() => import('./audit/AuditPage'));
const NoticePage = lazy(() => import('./notice/NoticePage'));
const StaffPage = lazy(() => import('./staff/StaffPage'));
const InvitationPage = lazy(() => import('./staff/InvitationPage'));
const OperatorPage = lazy(() => import('./operator/OperatorPage'));

export function App() {
  return (
    <Suspense>
      <Routes>
        <Route element={<Layout />}>
          <Route index element={<HomePage />} />
          <Route path="apply/:id" element={<RoadPage />} />
          <Route path="my-lines" element={<MyLinesPage />} />
          <Route path="agree" element={<AgreePage />} />
          <Route path="hearing" element={<HearingPage />} />
          <Route path="transfer" element={<TransferPage />} />
          <Route path="retention" element={<RetentionPage />} />
          <Route path="transparency" element={<TransparencyPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="notice" element={<NoticePage />} />
          <Route path="staff" element={<StaffPage />} />
          <Route path="staff/invitation" element={<InvitationPage />} />
          <Route path="operator" element={<OperatorPage />} />
          <Route path="*" element={<NothingHere />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

function NothingHere() {
  const { t } = useTranslation();
  return (
    <section className="narrow">
      <PageTitle name={t('notFound.title')}>{t('notFound.title')}</PageTitle>
      <p>{t('notFound.text')}</p>
      <Link className="button" to="/">
        {t('notFound.home')}
      </Link>
    </section>
  );
}
