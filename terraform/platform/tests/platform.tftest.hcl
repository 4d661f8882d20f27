# The platform without a cloud: what is asked for, where it is refused, and what must never be.
mock_provider "google" {
  mock_resource "google_service_account" {
    defaults = {
      email  = "research-nodes@acme-research.iam.gserviceaccount.com"
      member = "serviceAccount:research-nodes@acme-research.iam.gserviceaccount.com"
    }
  }
}

variables {
  name         = "research"
  project      = "acme-research"
  location     = "us-central1"
  labels       = { hub = "research" }
  services     = ["compute.googleapis.com", "container.googleapis.com"]
  node_account = { id = "research-nodes" }
}

run "a_private_autopilot_cluster" {
  command = plan

  assert {
    condition     = google_container_cluster.autopilot[0].enable_autopilot && google_container_cluster.autopilot[0].deletion_protection
    error_message = "The cluster is an Autopilot cluster and protected."
  }

  assert {
    condition     = google_container_cluster.autopilot[0].private_cluster_config[0].enable_private_nodes
    error_message = "Nodes have no public addresses."
  }

  assert {
    condition = (
      google_container_cluster.autopilot[0].control_plane_endpoints_config[0].dns_endpoint_config[0].allow_external_traffic
      && !google_container_cluster.autopilot[0].control_plane_endpoints_config[0].ip_endpoints_config[0].enabled
    )
    error_message = "The API server is reached by its DNS name only."
  }

  assert {
    condition     = google_container_cluster.autopilot[0].workload_identity_config[0].workload_pool == "acme-research.svc.id.goog"
    error_message = "Workload Identity uses the project's pool."
  }

  assert {
    condition     = alltrue([for service in google_project_service.feature : !service.disable_on_destroy])
    error_message = "APIs stay enabled when the platform goes."
  }

  assert {
    condition     = keys(google_project_iam_member.nodes) == ["roles/container.defaultNodeServiceAccount"]
    error_message = "Nodes have Google's default node role and nothing else."
  }
}

run "a_network_with_room_for_a_thousand_nodes" {
  command = plan

  assert {
    condition     = google_compute_subnetwork.nodes[0].region == "us-central1" && google_compute_subnetwork.nodes[0].ip_cidr_range == "10.0.0.0/20"
    error_message = "Nodes have a /20 in the region."
  }

  assert {
    condition     = [for range in google_compute_subnetwork.nodes[0].secondary_ip_range : range.ip_cidr_range] == ["10.4.0.0/14", "10.8.0.0/20"]
    error_message = "Pods have a /14, Services a /20."
  }

  assert {
    condition     = google_compute_router_nat.platform[0].region == "us-central1"
    error_message = "Nodes without public addresses have a way out."
  }
}

run "ranges_may_be_chosen_one_by_one" {
  command = plan

  variables {
    network = { pods = "10.64.0.0/17" }
  }

  assert {
    condition     = [for range in google_compute_subnetwork.nodes[0].secondary_ip_range : range.ip_cidr_range] == ["10.64.0.0/17", "10.8.0.0/20"]
    error_message = "The other ranges keep their defaults."
  }
}

run "protection_follows_the_configuration" {
  command = apply

  variables {
    services = ["compute.googleapis.com"]
    cluster  = { deletion_protection = false }
  }

  assert {
    condition     = !google_container_cluster.autopilot[0].deletion_protection
    error_message = "Protection is off when the configuration says so."
  }

  assert {
    condition     = google_container_cluster.autopilot[0].cluster_autoscaling[0].auto_provisioning_defaults[0].service_account == output.node_account
    error_message = "Nodes run as the platform's own service account."
  }

  assert {
    condition     = output.cluster.name == "research" && output.cluster.location == "us-central1"
    error_message = "The cluster is called like the platform."
  }
}

run "a_way_out_that_exists" {
  command = plan

  variables {
    network = { nat = false }
  }

  assert {
    condition     = length(google_compute_network.platform) == 1 && length(google_compute_router.platform) + length(google_compute_router_nat.platform) == 0
    error_message = "The network is made, router and NAT are not."
  }
}

run "a_network_that_exists" {
  command = plan

  variables {
    network = {
      existing = {
        network        = "projects/acme-net/global/networks/shared"
        subnetwork     = "projects/acme-net/regions/us-central1/subnetworks/nodes"
        pods_range     = "hub-pods"
        services_range = "hub-services"
      }
    }
  }

  assert {
    condition = 0 == sum([for made in [
      google_compute_network.platform, google_compute_subnetwork.nodes, google_compute_router.platform, google_compute_router_nat.platform,
    ] : length(made)])
    error_message = "Nothing is made in a network that exists."
  }

  assert {
    condition = (
      google_container_cluster.autopilot[0].network == "projects/acme-net/global/networks/shared"
      && google_container_cluster.autopilot[0].subnetwork == "projects/acme-net/regions/us-central1/subnetworks/nodes"
      && google_container_cluster.autopilot[0].ip_allocation_policy[0].cluster_secondary_range_name == "hub-pods"
      && google_container_cluster.autopilot[0].ip_allocation_policy[0].services_secondary_range_name == "hub-services"
    )
    error_message = "The cluster uses the ranges of the network that exists."
  }
}

run "a_cluster_that_exists_in_a_zone" {
  command = apply

  variables {
    location = "us-central1-a"
    cluster  = { existing = { name = "shared" } }
  }

  assert {
    condition     = length(google_container_cluster.autopilot) + length(google_compute_network.platform) + length(google_compute_router_nat.platform) == 0
    error_message = "Beside a cluster that exists neither a cluster nor a network is made."
  }

  assert {
    condition     = output.cluster == { name = "shared", location = "us-central1-a", dns_endpoint = null }
    error_message = "The output names the cluster that exists."
  }

  assert {
    condition     = google_service_account.nodes.account_id == "research-nodes" && length(google_project_service.feature) == 2
    error_message = "APIs and the identity of nodes are there all the same."
  }
}

run "an_autopilot_cluster_in_a_zone_is_refused" {
  command = plan

  variables {
    location = "us-central1-a"
  }

  expect_failures = [google_container_cluster.autopilot]
}

run "a_location_that_is_none_is_refused" {
  command = plan

  variables {
    location = "Iowa"
  }

  expect_failures = [var.location]
}

run "a_wrong_range_is_refused" {
  command = plan

  variables {
    network = { nodes = "10.0.0.0/99" }
  }

  expect_failures = [var.network]
}

run "an_existing_network_without_its_project_is_refused" {
  command = plan

  variables {
    network = { existing = { network = "shared", subnetwork = "nodes", pods_range = "pods", services_range = "services" } }
  }

  expect_failures = [var.network]
}

run "a_long_name_is_refused" {
  command = plan

  variables {
    name = "a-name-of-twenty-six-letters"
  }

  expect_failures = [var.name]
}

run "a_service_account_with_a_long_id_is_refused" {
  command = plan

  variables {
    node_account = { id = "research-nodes-with-a-name-of-39-letters" }
  }

  expect_failures = [var.node_account]
}

run "nodes_that_may_edit_the_project_are_refused" {
  command = plan

  variables {
    node_account = { id = "research-nodes", roles = ["roles/editor"] }
  }

  expect_failures = [var.node_account]
}

run "an_api_without_its_domain_is_refused" {
  command = plan

  variables {
    services = ["compute"]
  }

  expect_failures = [var.services]
}

run "a_standard_cluster_with_its_pools" {
  command = plan

  variables {
    cluster = { mode = "standard", zones = ["us-central1-a"] }
    node_pools = {
      core = { machine_type = "e2-standard-2", purpose = "core", min = 1, max = 3 }
      cpu  = { machine_type = "n2-standard-8", open = true, max = 10 }
      l4   = { machine_type = "g2-standard-8", max = 4, gpu = { type = "nvidia-l4", count = 1 } }
      flex = { machine_type = "ct5lp-hightpu-4t", max = 2, tpu = true, capacity = "flex-start" }
    }
  }

  assert {
    condition     = length(google_container_cluster.autopilot) == 0 && google_container_cluster.standard[0].node_locations == toset(["us-central1-a"])
    error_message = "The cluster is a standard one with its nodes in one zone."
  }

  assert {
    condition     = google_container_cluster.standard[0].datapath_provider == "ADVANCED_DATAPATH" && google_container_cluster.standard[0].enable_shielded_nodes && google_container_cluster.standard[0].deletion_protection
    error_message = "Network policies are enforced, nodes are shielded, and the cluster is protected."
  }

  assert {
    condition     = length(google_container_node_pool.pool["core"].node_config[0].taint) == 0 && google_container_node_pool.pool["cpu"].node_config[0].taint[0].key == "hub.jupyter.org_dedicated"
    error_message = "Only servers run on the pools for servers."
  }

  assert {
    condition     = google_container_node_pool.pool["cpu"].node_config[0].labels["jupyterhub-gke/open"] == "true" && !contains(keys(google_container_node_pool.pool["l4"].node_config[0].labels), "jupyterhub-gke/open")
    error_message = "Only open pools have the label of open pools."
  }

  assert {
    condition     = google_container_node_pool.pool["l4"].node_config[0].gvnic[0].enabled && google_container_node_pool.pool["l4"].upgrade_settings[0].max_surge == 0 && google_container_node_pool.pool["cpu"].upgrade_settings[0].strategy == "BLUE_GREEN"
    error_message = "No spare GPU is asked for in an upgrade; other servers get a second set of nodes."
  }

  assert {
    condition     = !google_container_node_pool.pool["flex"].management[0].auto_repair && google_container_node_pool.pool["flex"].autoscaling[0].max_node_count == 2 && length(google_container_node_pool.pool["flex"].upgrade_settings) == 0
    error_message = "Flex-start nodes are not repaired, and TPUs have limits per zone."
  }

  assert {
    condition     = alltrue([for pool in google_container_node_pool.pool : pool.node_config[0].reservation_affinity[0].consume_reservation_type == "NO_RESERVATION" && pool.node_config[0].kubelet_config[0].single_process_oom_kill])
    error_message = "Nobody takes reservations unasked, and one kernel without memory does not take its server with it."
  }
}

run "another_capacity_is_another_pool" {
  command = plan

  variables {
    cluster = { mode = "standard" }
    node_pools = {
      a = { machine_type = "n2-standard-8", max = 1, capacity = "spot" }
      b = { machine_type = "n2-standard-8", max = 1 }
      c = { machine_type = "n2-standard-16", max = 9, disk = { size_gb = 200 } }
    }
  }

  assert {
    condition     = substr(google_container_node_pool.pool["a"].name, 2, 4) != substr(google_container_node_pool.pool["b"].name, 2, 4)
    error_message = "The name says what cannot be changed."
  }

  assert {
    condition     = substr(google_container_node_pool.pool["b"].name, 2, 4) == substr(google_container_node_pool.pool["c"].name, 2, 4)
    error_message = "What can be changed in place does not change the name."
  }
}
