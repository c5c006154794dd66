import { Button, Menu } from '@mantine/core';
import { headOf } from './cells.tsx';
import { allColumns, type Question } from './question.ts';
import { useListText } from './words.ts';

/** Which columns the table shows: at least one. */
export function ColumnsMenu({ question, ask }: { question: Question; ask(question: Question): void }) {
  const { say } = useListText();
  const turn = (column: Question['columns'][number]) => {
    const columns = allColumns.filter((one) => question.columns.includes(one) !== (one === column));
    if (columns.length > 0) ask({ ...question, columns });
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs">
          {say('columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {allColumns.map((column) => (
          <Menu.CheckboxItem key={column} checked={question.columns.includes(column)} onClick={() => turn(column)}>
            {say(headOf[column])}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
