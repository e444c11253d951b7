-- Visitors for wrk: each request comes from the next of 64, so that nothing is measured that only one visitor would get.
-- What was counted is printed as one line of JSON, in microseconds.
local requests = {}
local at = 0

function init()
  for visitor = 1, 64 do
    local session = string.format("%08x%08x%08x%08x", visitor * 2654435761 % 4294967296, visitor * 40503, visitor, 7919 * visitor)
    wrk.headers["Cookie"] = "sessionid=" .. session .. "; csrftoken=" .. session .. session
    requests[visitor] = wrk.format("GET", wrk.path)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"duration":%d,"bytes":%d,"broken":%d,"refused":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.timeout, errors.status,
    latency:percentile(50), latency:percentile(99)))
end
