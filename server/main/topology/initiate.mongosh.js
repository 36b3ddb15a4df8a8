// Run by mongosh beside the first member: initiates the replica set and makes its administrator. Safe to repeat.
/* global rs, db, sleep, quit */
const members = ['mongo-1', 'mongo-2', 'mongo-3'].map((host, index) => ({
  _id: index,
  host: `${host}:27017`,
  priority: 3 - index,
}));
const admin = db.getSiblingDB('admin');
const password = process.env.ADMIN_PASSWORD;

try {
  rs.initiate({ _id: 'redress', members });
} catch (error) {
  // AlreadyInitialized: an earlier start; Unauthorized: the administrator exists, so there was one too.
  if (!['AlreadyInitialized', 'Unauthorized'].includes(error.codeName)) throw error;
}

for (let attempt = 0; attempt < 120; attempt += 1) {
  const hello = db.hello();
  if (hello.isWritablePrimary) break;
  // After a failover another member leads; then there has been an administrator for long.
  if (hello.primary && attempt > 30) quit(0);
  sleep(500);
}

try {
  admin.createUser({ user: 'admin', pwd: password, roles: ['root'] });
} catch (error) {
  if (!['Unauthorized', 'Location51003'].includes(error.codeName)) throw error;
}
