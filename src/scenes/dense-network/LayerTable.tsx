import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { type DenseModel, type DenseParams, edited, LARGEST } from './model.ts';
import type { DenseView } from './view.ts';
import { columnName, WORDS } from './words.ts';

const CELL = 50;
/** The box of the largest matrix; a smaller one stands in it with cells of the same size. */
const SLOT = LARGEST * CELL + 2;

interface LayerTableProps {
  readonly model: DenseModel;
  readonly view: DenseView;
  setParams(change: Partial<DenseParams>): void;
}

/** One layer as numbers: the input above the columns of the matrix, and behind each row its neuron. */
export function LayerTable({ model, view, setParams }: LayerTableProps) {
  const { shown, layer, marks, known } = view;
  const id = layer + 1;
  const values = magnitude(...model.layers.flatMap(({ x, z, y }) => [x.data, z.data, y.data]));
  const weights = magnitude(...model.layers.flatMap(({ w, b }) => [w.data, b.data]));
  const box = { slot: SLOT, largestCell: CELL };
  const column = { ...box, rows: shown.outs, cols: 1 };
  const edit = (letter: 'x' | 'w' | 'b', cols: number) => (i: number, value: number) =>
    setParams(edited(model, letter, layer, [Math.floor(i / cols), i % cols], value));
  return (
    <div className="dn-table">
      <div className={`dn-x dn-cols-${shown.ins}`}>
        <NumberGrid
          {...box}
          tensor={`x_${id}`}
          name={columnName(model, layer)}
          rows={1}
          cols={shown.ins}
          values={shown.x.data}
          max={values}
          marks={marks.x}
          known={known.x}
          {...(layer === 0 ? { onEdit: edit('x', shown.ins) } : {})}
        />
      </div>
      <div className={`dn-w dn-cols-${shown.ins}`}>
        <NumberGrid
          {...box}
          tensor={`w_${id}`}
          name={WORDS.weights}
          rows={shown.outs}
          cols={shown.ins}
          values={shown.w.data}
          max={weights}
          marks={marks.w}
          note={`${shown.outs} × ${shown.ins}`}
          onEdit={edit('w', shown.ins)}
        />
      </div>
      <div className="dn-col">
        <NumberGrid
          {...column}
          tensor={`b_${id}`}
          name={WORDS.biases}
          values={shown.b.data}
          max={weights}
          marks={marks.b}
          onEdit={edit('b', 1)}
        />
      </div>
      {shown.activation && (
        <div className="dn-col dn-z">
          <NumberGrid
            {...column}
            tensor={`z_${id}`}
            name={WORDS.sums}
            values={shown.z.data}
            max={values}
            marks={marks.z}
            known={known.z}
            partial={view.partialSum}
          />
        </div>
      )}
      <div className="dn-col dn-y">
        <NumberGrid
          {...column}
          tensor={`y_${id}`}
          name={columnName(model, layer + 1)}
          values={shown.y.data}
          max={values}
          marks={marks.y}
          known={known.y}
          partial={shown.activation ? undefined : view.partialSum}
        />
      </div>
    </div>
  );
}
