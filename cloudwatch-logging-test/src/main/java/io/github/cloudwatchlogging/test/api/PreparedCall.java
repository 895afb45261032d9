package io.github.cloudwatchlogging.test.api;

import io.github.cloudwatchlogging.test.fault.ApiCall;
import io.github.cloudwatchlogging.test.fault.Effect;

/**
 * A request that has been read but not carried out.
 */
interface PreparedCall {

	ApiCall call();

	CallResult carryOut(Effect effect);

}
