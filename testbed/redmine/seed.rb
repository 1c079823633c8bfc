# frozen_string_literal: true

# Fills an empty Redmine: two projects, a workflow that lets developers do more than they should, and people.
# Writes the API keys of the people to the file that is named last.
Setting.rest_api_enabled = 1
Setting.default_language = 'en'
Setting.notified_events = []
Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?

status = { 'New' => nil, 'In Progress' => nil, 'Approved' => nil, 'Closed' => nil }
status.each_key { |name| status[name] = IssueStatus.find_or_create_by!(name: name) }
tracker = Tracker.find_by!(name: 'Feature')
manager = Role.find_by!(name: 'Manager')
developer = Role.find_by!(name: 'Developer')

# Everybody may move a ticket from anywhere to anywhere: the gate must look at who did, not rely on the workflow.
[manager, developer].each do |role|
  status.values.permutation(2) do |from, to|
    WorkflowTransition.find_or_create_by!(role: role, tracker: tracker, old_status: from, new_status: to)
  end
end

def person(login, admin: false)
  user = User.find_by(login: login) || User.new(firstname: login.capitalize, lastname: 'Example', language: 'en')
  user.login = login
  user.admin = admin
  user.mail = "#{login}@example.com"
  user.password = SecureRandom.hex(16)
  user.must_change_passwd = false
  user.save!
  user
end

admin = person('admin', admin: true)
alice = person('alice')
bob = person('bob')
mia = person('mia')
managers = Group.find_by(lastname: 'release-managers') || Group.create!(lastname: 'release-managers')
managers.users << mia unless managers.users.include?(mia)

{ 'operations' => 'Operations', 'playground' => 'Playground' }.each do |identifier, name|
  project = Project.find_by(identifier: identifier) || Project.new(identifier: identifier, name: name)
  project.is_public = false
  project.enabled_module_names = ['issue_tracking']
  project.trackers = [tracker]
  project.save!
  { alice => developer, bob => developer, mia => manager }.each do |user, role|
    Member.create!(project: project, principal: user, roles: [role]) unless user.member_of?(project)
  end
end

File.open(ARGV.fetch(-1), 'w', 0o600) do |keys|
  keys.puts "ADMIN_KEY=#{admin.api_key}", "ALICE_KEY=#{alice.api_key}", "BOB_KEY=#{bob.api_key}", "MIA_KEY=#{mia.api_key}"
end
