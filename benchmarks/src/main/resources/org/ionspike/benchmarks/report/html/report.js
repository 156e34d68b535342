// A click on the head of a column sorts the rows; without scripts the tables stay as they are.
for (const head of document.querySelectorAll('.table table:not(.confusion) thead th')) {
  const table = head.closest('table');
  const body = table.tBodies[0];
  if (body.rows.length < 2) continue;
  head.classList.add('sortable');
  head.tabIndex = 0;
  const sort = () => {
    const rising = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
    const key = row => {
      const cell = row.cells[head.cellIndex];
      return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
    };
    const compare = (a, b) => {
      const x = key(a), y = key(b);
      if (typeof x === 'number' && typeof y === 'number') return x - y;
      if (typeof x === 'number') return -1;
      if (typeof y === 'number') return 1;
      return x.localeCompare(y, 'en', {numeric: true});
    };
    const rows = [...body.rows].sort(compare);
    if (!rising) rows.reverse();
    body.append(...rows);
  };
  head.addEventListener('click', sort);
  head.addEventListener('keydown', event => { if (event.key === 'Enter') sort(); });
}
