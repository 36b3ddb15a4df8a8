import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import {
  ColumnsButton,
  DataTable,
  FilterButton,
  FilterForm,
  ListBase,
  useListContext,
  useStore,
  useTranslate,
} from 'react-admin';
import type { SortPayload } from 'react-admin';
import { PageHeading } from '../page-heading.tsx';
import { ScrollBox } from '../scroll-box.tsx';
import { rememberPage } from '../page-memory.ts';
import { useProgramName } from '../use-programs.ts';
import { ErrorNote, Waiting } from '../state-view.tsx';
import { CsvButton } from './csv-button.tsx';
import { ListEmpty } from './list-empty.tsx';
import { ListPager } from './list-pager.tsx';

/** A row of a list: whatever the API answers, with the id that react-admin needs. */
export interface Row {
  readonly id: string;
}

/** One column; `source` names its sort, where it can be sorted by. */
export interface Column<T> {
  readonly source: string;
  /** Key of its head’s words. */
  readonly label: string;
  readonly sortable?: boolean;
  readonly numeric?: boolean;
  /** Left out until the reader asks for it. */
  readonly hidden?: boolean;
  readonly render: (row: T) => ReactNode;
}

export interface ResourceListProps<T extends Row> {
  readonly resource: string;
  /** The h1, in words. */
  readonly title: string;
  readonly actions?: ReactNode;
  readonly intro?: ReactNode;
  readonly sort: SortPayload;
  /** Inputs; those with `alwaysOn` stand open. */
  readonly filters: ReactElement[];
  /** The first one links to the row’s page. */
  readonly columns: readonly Column<T>[];
  /** The row on a phone. */
  readonly card: (row: T) => ReactNode;
  /** Said where there is nothing yet. */
  readonly empty: ReactNode;
  /** Path of the server’s CSV; absent where there is none, or not for this reader. */
  readonly csv?: string | undefined;
  /** What this list is always narrowed to, beyond its filters. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Whether the program last chosen anywhere is filled in. */
  readonly byProgram?: boolean;
}

/** Of an address whose program was filled in and not chosen. */
const KEPT = { keptProgram: true } as const;

/** A list of the admin: filters in the address, saved queries, columns, the server’s CSV; cards on phones. */
export function ResourceList<T extends Row>(props: ResourceListProps<T>): ReactElement {
  const { search, pathname } = useLocation();
  const [program] = useStore<string | null>('program.last', null);
  const bare = !new URLSearchParams(search).has('filter');
  if (props.byProgram === true && bare && program !== null) {
    const filled = new URLSearchParams(search);
    filled.set('filter', JSON.stringify({ program }));
    return <Navigate to={`${pathname}?${filled.toString()}`} state={KEPT} replace />;
  }
  return (
    <>
      <PageHeading title={props.title} actions={props.actions}>
        {props.intro}
      </PageHeading>
      <ListBase
        resource={props.resource}
        sort={props.sort}
        perPage={25}
        storeKey={false}
        exporter={false}
        filter={props.fixed ?? {}}
        queryOptions={{ retry: false, onError: () => undefined }}
      >
        <ListTools filters={props.filters} csv={props.csv} />
        <ListBody {...props} />
        <ListPager />
      </ListBase>
    </>
  );
}

function ListTools({
  filters,
  csv,
}: {
  readonly filters: ReactElement[];
  readonly csv: string | undefined;
}): ReactElement {
  const phone = useMediaQuery('(max-width:599px)', { noSsr: true });
  const { filterValues } = useListContext();
  const [, setProgram] = useStore<string | null>('program.last', null);
  const chosen: unknown = filterValues['program'];
  const program = typeof chosen === 'string' && chosen !== '' ? chosen : null;
  const { search, state } = useLocation();
  const kept = (state as Partial<typeof KEPT> | null)?.keptProgram === true && program !== null;
  const said = new URLSearchParams(search).has('filter');
  useEffect(() => {
    if (said) setProgram(program);
  }, [said, program, setProgram]);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        gap: 1,
        mb: 1.5,
        '& form': { flex: 1, minWidth: 0, minHeight: 0, p: 0 },
        '& .RaFilterForm-filterFormInput': { mb: 0 },
        '& .filter-field': { pt: 0, alignSelf: 'flex-start' },
        '& .MuiTextField-root, & .MuiFormControl-root': { mt: 0, mb: 0 },
        // On a phone the search is as wide as the page, the other filters stand in pairs, the buttons beneath.
        ...(phone
          ? {
              '& form': {
                flex: '1 1 100%',
                minWidth: 0,
                minHeight: 0,
                p: 0,
                display: 'grid',
                gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
                gap: 1,
              },
              '& .filter-field': { minWidth: 0, '&:has([data-list-search])': { gridColumn: 'span 2' } },
              '& .RaFilterFormInput-spacer': { display: 'none' },
              '& [data-list-search]': { flex: 1 },
              '& .MuiFormControl-root': { width: '100%', minWidth: 0 },
            }
          : {}),
      }}
    >
      <FilterForm filters={filters} />
      {kept ? <KeptProgram id={program} /> : null}
      <Box
        sx={{
          display: 'flex',
          gap: 0.5,
          alignItems: 'center',
          minHeight: 40,
          ml: 'auto',
          '&:empty': { display: 'none' },
        }}
      >
        <FilterButton filters={filters} variant="outlined" size="small" />
        {phone ? null : <ColumnsButton />}
        {csv === undefined ? null : <CsvButton path={csv} />}
      </Box>
    </Box>
  );
}

/** Says that the program is the one chosen in another list, and takes it away again. */
function KeptProgram({ id }: { readonly id: string }): ReactElement {
  const t = useTranslate();
  const nameOf = useProgramName();
  const { filterValues, setFilters } = useListContext();
  const clear = (): void =>
    setFilters(Object.fromEntries(Object.entries(filterValues).filter(([name]) => name !== 'program')));
  return (
    <Box sx={{ order: 1, flex: '1 1 100%', fontSize: '0.8125rem', color: 'text.secondary' }}>
      {t('list.keptProgram', { name: nameOf(id) })}{' '}
      <Button size="small" onClick={clear}>
        {t('common.allPrograms')}
      </Button>
    </Box>
  );
}

function ListBody<T extends Row>({ resource, title, columns, card, empty }: ResourceListProps<T>): ReactElement {
  const phone = useMediaQuery('(max-width:599px)', { noSsr: true });
  const { data, error, isPending, refetch } = useListContext<T & { id: string }>();
  const ids = data?.map(({ id }) => id).join('\n');
  useEffect(() => {
    if (ids !== undefined) rememberPage(resource, ids === '' ? [] : ids.split('\n'));
  }, [resource, ids]);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending || data === undefined)
    return (
      <Paper variant="outlined" sx={{ p: 2 }}>
        <Waiting rows={10} />
      </Paper>
    );
  if (data.length === 0)
    return (
      <Paper variant="outlined">
        <ListEmpty first={empty} />
      </Paper>
    );
  if (phone) return <CardList rows={data} card={card} />;
  return (
    <Paper
      variant="outlined"
      sx={{ overflow: 'hidden', '& td, & th': { whiteSpace: 'nowrap' }, '& tr:hover td': { bgcolor: 'raised' } }}
    >
      <ScrollBox label={title}>
        <RowTable columns={columns} />
      </ScrollBox>
    </Paper>
  );
}

function RowTable<T extends Row>({ columns }: { readonly columns: readonly Column<T>[] }): ReactElement {
  const hidden = columns.filter((column) => column.hidden === true).map(({ source }) => source);
  return (
    <DataTable<T & { id: string }>
      bulkActionButtons={false}
      rowClick={false}
      size="small"
      {...(hidden.length === 0 ? {} : { hiddenColumns: hidden })}
      sx={{ '& .RaDataTable-headerCell': { position: 'static', bgcolor: 'raised' }, '& td, & th': { px: 1 } }}
    >
      {columns.map(({ source, label, sortable = false, numeric = false, render }) => (
        <DataTable.Col
          key={source}
          source={source}
          label={label}
          disableSort={!sortable}
          {...(numeric ? { align: 'right' as const } : {})}
          render={(row: T) => render(row)}
        />
      ))}
    </DataTable>
  );
}

function CardList<T extends Row>({
  rows,
  card,
}: {
  readonly rows: readonly T[];
  readonly card: (row: T) => ReactNode;
}): ReactElement {
  const t = useTranslate();
  return (
    <Box
      component="ul"
      aria-label={t('list.updated', { count: rows.length })}
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
    >
      {rows.map((row) => (
        <Paper
          key={row.id}
          component="li"
          variant="outlined"
          sx={{
            p: 1.5,
            minWidth: 0,
            overflowWrap: 'anywhere',
            display: 'grid',
            gap: 0.5,
            '& a': { textDecoration: 'underline' },
          }}
        >
          {card(row)}
        </Paper>
      ))}
    </Box>
  );
}
