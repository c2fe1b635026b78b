import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Routes } from 'react-router';
import { HomePage } from './home/HomePage';
import { Layout } from './ui/Layout';
import { PageTitle } from './ui/PageTitle';

// An applicant on a phone need not fetch the operator's page, nor the other way round.
const RoadPage = lazy(() => import('./road/RoadPage'));
const OperatorPage = lazy(() => import('./operator/OperatorPage'));

export function App() {
  return (
    <Suspense>
      <Routes>
        <Route element={<Layout />}>
          <Route index element={<HomePage />} />
          <Route path="apply/:id" element={<RoadPage />} />
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
