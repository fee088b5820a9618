import { Param } from '../../kit/controls/Param.tsx';

/** All graphs to be seen at once, one below the other. */
export const GraphControl = () => (
  <div className="graph-choice">
    <Param name="graph" hideLabel />
  </div>
);
